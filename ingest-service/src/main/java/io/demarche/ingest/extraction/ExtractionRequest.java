package io.demarche.ingest.extraction;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page or a text to extract an article from; exactly one of the two, or an address alone to fetch.
 *
 * @param html a page
 * @param text text that was copied off a page
 * @param url where it came from, which helps to find canonical address and date; alone, what to fetch
 */
@Schema(description = "Exactly one of html and text, or url alone: then the page is fetched")
record ExtractionRequest(
        @Nullable @Schema(description = "A page", maxLength = ExtractionInput.MAX_HTML) String html,
        @Nullable @Schema(description = "Text that was copied off a page", maxLength = ExtractionInput.MAX_TEXT)
                String text,
        @Nullable
                @Size(max = WebAddress.MAX_LENGTH)
                @Schema(
                        description = "Where it came from; alone, what to fetch",
                        format = "uri",
                        examples = "https://example.org/news/1")
                String url) {}
