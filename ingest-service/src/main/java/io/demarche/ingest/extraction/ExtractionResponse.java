package io.demarche.ingest.extraction;

import java.time.Instant;
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
 * @param paragraphs clean paragraphs in order; none when there is no article
 * @param dropped what was left out, and why
 */
@Schema(
        requiredProperties = {
            "title",
            "byline",
            "publishedAt",
            "siteName",
            "language",
            "canonicalUrl",
            "paragraphs",
            "dropped"
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
        List<String> paragraphs,
        List<Dropped> dropped) {

    static ExtractionResponse of(Extraction extraction) {
        return new ExtractionResponse(
                extraction.title(),
                extraction.byline(),
                extraction.publishedAt(),
                extraction.siteName(),
                extraction.language(),
                extraction.canonicalUrl(),
                extraction.paragraphs(),
                extraction.dropped());
    }
}
