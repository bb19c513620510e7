package io.demarche.ingest.extraction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article as found.
 *
 * @param title headline or null
 * @param byline authors or null
 * @param publishedAt time of publication or null
 * @param siteName name of the publication or null
 * @param language ISO 639-1 code or null
 * @param canonicalUrl the publication's own address of the article, or null
 * @param image address of the lead image, absolute http(s), or null
 * @param paywalled whether the publication sells the article, so that the text may be no more than its beginning
 * @param paragraphs clean paragraphs in order; none when there is no article
 * @param dropped what was left out, and why
 * @param notes what the caller should know about the text; mostly empty
 */
@Schema(
        requiredProperties = {
            "title",
            "byline",
            "publishedAt",
            "siteName",
            "language",
            "canonicalUrl",
            "image",
            "paywalled",
            "paragraphs",
            "dropped",
            "notes"
        },
        name = "Extraction",
        description = "An article as found in a page or a text")
record ExtractionResponse(
        @Schema(nullable = true) @Nullable String title,
        @Schema(nullable = true) @Nullable String byline,
        @Schema(nullable = true) @Nullable Instant publishedAt,
        @Schema(nullable = true) @Nullable String siteName,
        @Schema(nullable = true) @Nullable String language,
        @Schema(nullable = true) @Nullable String canonicalUrl,
        @Schema(nullable = true) @Nullable String image,
        boolean paywalled,
        List<String> paragraphs,
        List<Dropped> dropped,
        List<String> notes) {

    private static final String NO_ARTICLE = "no article was found";
    private static final String PAYWALLED =
            "the article is behind a paywall: the text may be no more than its beginning";

    static ExtractionResponse of(Extraction extraction) {
        return new ExtractionResponse(
                extraction.title(),
                extraction.byline(),
                extraction.publishedAt(),
                extraction.siteName(),
                extraction.language(),
                extraction.canonicalUrl(),
                extraction.image(),
                extraction.paywalled(),
                extraction.paragraphs(),
                extraction.dropped(),
                notes(extraction));
    }

    private static List<String> notes(Extraction extraction) {
        List<String> notes = new ArrayList<>();
        if (extraction.paragraphs().isEmpty()) {
            notes.add(NO_ARTICLE);
        }
        if (extraction.paywalled()) {
            notes.add(PAYWALLED);
        }
        return notes;
    }
}
