package io.demarche.ingest.article;

import io.demarche.ingest.extraction.ExtractionInput;
import io.demarche.ingest.extraction.WebAddress;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article to accept: exactly one of text and html, or an address alone to fetch. What the sender says of it wins over what is found in it.
 *
 * @param text text that was copied off a page
 * @param html a page
 * @param url where it was published; alone, what to fetch
 * @param source registrable domain of the publication; taken from the address when missing
 * @param title headline
 * @param byline authors
 * @param publishedAt time of publication
 * @param language ISO 639-1 code
 */
@Schema(
        description =
                "Exactly one of text and html, or url alone: then the page is fetched. What is said here wins over what is found in the article.")
record ArticleRequest(
        @Nullable @Schema(description = "Text that was copied off a page", maxLength = ExtractionInput.MAX_TEXT)
                String text,
        @Nullable @Schema(description = "A page", maxLength = ExtractionInput.MAX_HTML) String html,
        @Nullable
                @Size(max = WebAddress.MAX_LENGTH)
                @Schema(
                        description = "Where it was published; alone, what to fetch",
                        format = "uri",
                        examples = "https://example.org/news/1")
                String url,
        @Nullable
                @Size(max = MAX_SOURCE)
                @Schema(description = "Registrable domain of the publication", examples = "example.org")
                String source,
        @Nullable @Size(max = MAX_TITLE) String title,
        @Nullable @Size(max = MAX_BYLINE) String byline,
        @Nullable @Schema(description = "Time of publication") Instant publishedAt,
        @Nullable
                @Pattern(regexp = "[a-z]{2}", message = "must be an ISO 639-1 code such as en")
                @Schema(examples = "en")
                String language) {

    static final int MAX_SOURCE = 253;
    static final int MAX_TITLE = 500;
    static final int MAX_BYLINE = 300;
}
