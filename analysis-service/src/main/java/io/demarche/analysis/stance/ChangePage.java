package io.demarche.analysis.stance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has changed.
 *
 * @param items oldest first
 * @param next position behind them, from which to read on
 * @param more whether there is more to read at once
 */
@Schema(name = "ChangePage", description = "What has changed, oldest first.")
public record ChangePage(
        @Schema(required = true) List<ChangeView> items,
        @Schema(required = true, description = "Give it as `after` to read on; also when there are no items.")
                String next,
        @Schema(required = true, description = "Whether there is more to read at once.") boolean more) {

    /** Copies the items. */
    public ChangePage {
        items = List.copyOf(items);
    }
}
