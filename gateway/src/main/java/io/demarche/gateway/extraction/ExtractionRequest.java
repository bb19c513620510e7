package io.demarche.gateway.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page or a pasted text, or the address of a page.
 *
 * @param html the page; at most one of this and {@code text}
 * @param text the text
 * @param url where it comes from; alone, the page that is fetched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A page or a pasted text: exactly one of `html` and `text`, or `url` alone, and then the page is fetched.")
public record ExtractionRequest(
        @Schema(
                        maxLength = 2_000_000,
                        description = "The page, at most 2,000,000 characters.",
                        examples =
                                "<html><body><article><h1>Talks resume</h1><p>Moscow welcomed the plan.</p></article></body></html>")
                @Nullable
                String html,
        @Schema(maxLength = 200_000, description = "The text, at most 200,000 characters.") @Nullable String text,
        @Schema(description = "Where it comes from; alone, the page to fetch.", examples = "https://example.org/talks")
                @Nullable
                String url) {}
