package io.demarche.gateway.stance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The sentence of a stance.
 *
 * @param start first code point
 * @param end code point after the last
 * @param text the words between them
 */
@Schema(description = "The sentence that a stance was found in.")
public record SentenceSpan(
        @Schema(required = true, description = "First code point.", examples = "0") int start,
        @Schema(required = true, description = "Code point after the last.", examples = "78") int end,
        @Schema(required = true, description = "The words between them.") String text) {}
