package io.demarche.analysis.stance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of the text, in code points.
 *
 * @param start the first
 * @param end the one after the last
 */
@Schema(name = "Span", description = "A stretch of the text, in Unicode code points.")
public record SpanView(
        @Schema(required = true, minimum = "0") int start, @Schema(required = true, minimum = "0") int end) {}
