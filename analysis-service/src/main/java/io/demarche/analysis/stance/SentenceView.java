package io.demarche.analysis.stance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The sentence of a stance.
 *
 * @param start first code point
 * @param end code point after the last
 * @param text the words
 */
@Schema(name = "Sentence", description = "The sentence that a stance stands in.")
public record SentenceView(
        @Schema(required = true, minimum = "0") int start,
        @Schema(required = true, minimum = "0") int end,
        @Schema(required = true) String text) {}
