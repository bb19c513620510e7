package io.demarche.gateway.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page or a pasted text.
 *
 * @param html the page; exactly one of this and {@code text}
 * @param text the text
 * @param url where it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A page or a pasted text: exactly one of `html` and `text`.")
public record ExtractionRequest(
        @Schema(
                        maxLength = 2_000_000,
                        description = "The page, at most 2,000,000 characters.",
                        examples =
                                "<html><body><article><h1>Talks resume</h1><p>Moscow welcomed the plan.</p></article></body></html>")
                @Nullable
                String html,
        @Schema(maxLength = 200_000, description = "The text, at most 200,000 characters.") @Nullable String text,
        @Schema(description = "Where it comes from.", examples = "https://example.org/talks") @Nullable String url) {}
