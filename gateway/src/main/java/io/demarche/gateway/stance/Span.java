package io.demarche.gateway.stance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of the text.
 *
 * @param start first code point
 * @param end code point after the last
 */
@Schema(description = "A stretch of the text, in Unicode code points: start inclusive, end exclusive.")
public record Span(
        @Schema(required = true, description = "First code point.", examples = "12") int start,
        @Schema(required = true, description = "Code point after the last.", examples = "20") int end) {}
