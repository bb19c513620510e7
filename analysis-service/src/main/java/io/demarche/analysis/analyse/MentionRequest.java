package io.demarche.analysis.analyse;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A span to score against the others.
 *
 * @param id the caller's id for it
 * @param start first code point
 * @param end code point after the last
 */
@Schema(name = "MentionRequest", description = "A span of the text, to be scored against the other spans.")
public record MentionRequest(
        @Nullable @Schema(required = true, maxLength = AnalyseLimits.NAME, examples = "p") String id,
        @Nullable @Schema(required = true, minimum = "0", description = "First code point of the span.") Integer start,
        @Nullable @Schema(required = true, minimum = "1", description = "Code point after the span's last.")
                Integer end) {}
