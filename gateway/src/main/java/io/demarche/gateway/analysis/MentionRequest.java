package io.demarche.gateway.analysis;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A span to score against the other spans.
 *
 * @param id the caller's id
 * @param start first code point
 * @param end code point after the last
 */
@Schema(
        name = "MentionRequest",
        description = "A span of `text` to score against the other spans, in Unicode code points.")
public record MentionRequest(
        @Schema(required = true, description = "What to call it in the answer; unique in the request.", examples = "p")
                @NotBlank
                String id,
        @Schema(required = true, description = "First code point.", examples = "0") @NotNull @Min(0) @Nullable
                Integer start,
        @Schema(required = true, description = "Code point after the last.", examples = "6") @NotNull @Min(1) @Nullable
                Integer end) {}
