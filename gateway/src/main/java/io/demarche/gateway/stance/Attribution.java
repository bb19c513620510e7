package io.demarche.gateway.stance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who says so.
 *
 * @param kind the holder, somebody else, or the outlet
 * @param speaker who speaks; null when the outlet does
 * @param quoted whether the words stand inside quotation marks
 * @param medium outlet that they were said to or are reported from; null when the text names none
 */
@Schema(description = "Who says that the holder holds the stance.")
public record Attribution(
        @Schema(required = true, description = "Who speaks.") AttributionKind kind,
        @Schema(nullable = true, description = "Who speaks; null when the outlet does.") @Nullable Entity speaker,
        @Schema(required = true, description = "Whether the words stand inside quotation marks.") boolean quoted,
        @Schema(
                        nullable = true,
                        description =
                                "The outlet that the words were said to or are reported from, as the text names it; null "
                                        + "when it names none.",
                        examples = "Reuters")
                @Nullable
                String medium) {}
