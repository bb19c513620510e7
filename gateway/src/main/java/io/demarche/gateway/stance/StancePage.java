package io.demarche.gateway.stance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of stances.
 *
 * @param items newest first
 * @param next cursor of the page behind it; null on the last
 */
@Schema(description = "One page of stances, newest first.")
public record StancePage(
        @Schema(required = true, description = "Newest first.") List<StoredStance> items,
        @Schema(nullable = true, description = "Give it as `cursor` to get the next page; null on the last.") @Nullable
                String next) {}
