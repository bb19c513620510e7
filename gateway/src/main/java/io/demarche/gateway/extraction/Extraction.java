package io.demarche.gateway.extraction;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page.
 *
 * @param title headline
 * @param byline who wrote it
 * @param publishedAt when it came out
 * @param siteName the publication
 * @param language ISO 639-1 code
 * @param canonicalUrl the address that the publication gives it
 * @param image the address of its lead image
 * @param paywalled whether the publication sells it
 * @param paragraphs its paragraphs in order
 * @param dropped what was left out
 * @param notes what the caller should know about the text
 */
@Schema(description = "The article of a page. What the page does not say is null.")
public record Extraction(
        @Schema(nullable = true, description = "Headline.", examples = "Talks resume") @Nullable String title,
        @Schema(nullable = true, description = "Who wrote it.") @Nullable String byline,
        @Schema(nullable = true, description = "When it came out.") @Nullable Instant publishedAt,
        @Schema(nullable = true, description = "The publication.") @Nullable String siteName,
        @Schema(nullable = true, description = "ISO 639-1 code.", examples = "en") @Nullable String language,
        @Schema(nullable = true, description = "The address that the publication gives it.") @Nullable
                String canonicalUrl,
        @Schema(
                        nullable = true,
                        description = "The address of the lead image.",
                        examples = "https://example.org/talks.jpg")
                @Nullable
                String image,
        @Schema(
                        required = true,
                        description =
                                "Whether the publication sells the article, so that the text may be no more than its beginning.")
                boolean paywalled,
        @Schema(
                        required = true,
                        description = "The paragraphs in order; joined by two line feeds they are the clean text.")
                List<String> paragraphs,
        @Schema(required = true, description = "What was left out.") List<Dropped> dropped,
        @Schema(
                        required = true,
                        description =
                                "What you should know about the text: that there is no article, that it is behind a paywall. Mostly empty.",
                        examples = "[]")
                List<String> notes) {

    /** What stands between two paragraphs in a clean text. */
    public static final String PARAGRAPH_BREAK = "\n\n";

    /** Copies the lists; a missing one is empty. */
    public Extraction {
        paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
        dropped = dropped == null ? List.of() : List.copyOf(dropped);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }
}
