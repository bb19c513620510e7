package io.demarche.analysis.stance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of stances.
 *
 * @param items newest first
 * @param next cursor of the next page; null on the last one
 */
@Schema(name = "StancePage", description = "A page of stances, newest first.")
public record StancePage(
        @Schema(required = true) List<StoredStance> items,
        @Nullable @Schema(nullable = true, description = "Cursor of the next page; null on the last one.")
                String next) {

    /** Copies the items. */
    public StancePage {
        items = List.copyOf(items);
    }
}
