package io.demarche.analysis.stance;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One change.
 *
 * @param position its place in the order of changes
 * @param articleId the article that it happened to
 * @param stance the new stance; null when all stances of the article that there were before are void
 */
@Schema(name = "Change", description = "A new stance, or the end of all stances that an article had until then.")
public record ChangeView(
        @Schema(
                        required = true,
                        description = "Place in the order of changes. Of fixed length; positions compare as texts do.")
                String position,
        @Schema(required = true) UUID articleId,
        @Nullable
                @Schema(
                        nullable = true,
                        description =
                                "Null when the stances that the article had until then are void: it was removed, or"
                                        + " analysed anew and what follows replaces them.")
                StoredStance stance) {}
