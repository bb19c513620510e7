package io.demarche.analysis.stance;

import io.demarche.engine.AttributionKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who says so.
 *
 * @param kind the holder, somebody else, or the outlet
 * @param speaker who speaks; null when the outlet does
 * @param quoted whether the words are a direct quote
 * @param medium outlet that they were said to or are reported from; null when the text names none
 */
@Schema(name = "Attribution", description = "Who says so.")
public record AttributionView(
        @Schema(required = true) AttributionKind kind,
        @Nullable @Schema(nullable = true) EntityView speaker,
        @Schema(required = true) boolean quoted,
        @Nullable
                @Schema(
                        nullable = true,
                        examples = "Reuters",
                        description = "The outlet that the words were said to or are reported from, as the text names "
                                + "it; null when it names none.")
                String medium) {}
