package io.demarche.ingest.article;

import io.demarche.ingest.extraction.Dropped;
import io.demarche.ingest.work.WorkState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article with its text.
 *
 * @param id UUIDv7
 * @param title headline or null
 * @param source registrable domain of the publication, or null
 * @param url address or null
 * @param byline authors or null
 * @param publishedAt time of publication or null
 * @param language ISO 639-1 code or null
 * @param state how far it got
 * @param attempts how often it was leased
 * @param createdAt when it was accepted
 * @param analysedAt when it was done, or null
 * @param text the clean text: the paragraphs, joined by an empty line; offsets count its code points
 * @param paragraphs the clean paragraphs in order
 * @param dropped what was left out, and why
 * @param contentHash SHA-256 of the normalised text, 64 hexadecimal digits
 * @param storyId shared by all copies of one text: the id of the first that came
 * @param failure why it was given up; null when it was not
 */
@Schema(
        requiredProperties = {
            "id",
            "title",
            "source",
            "url",
            "byline",
            "publishedAt",
            "language",
            "state",
            "attempts",
            "createdAt",
            "analysedAt",
            "text",
            "paragraphs",
            "dropped",
            "contentHash",
            "storyId",
            "failure"
        },
        name = "Article",
        description = "An article with its text")
record ArticleResponse(
        UUID id,
        @Schema(nullable = true) @Nullable String title,
        @Schema(nullable = true) @Nullable String source,
        @Schema(nullable = true) @Nullable String url,
        @Schema(nullable = true) @Nullable String byline,
        @Schema(nullable = true) @Nullable Instant publishedAt,
        @Schema(nullable = true) @Nullable String language,
        WorkState state,
        int attempts,
        Instant createdAt,
        @Schema(nullable = true) @Nullable Instant analysedAt,
        String text,
        List<String> paragraphs,
        List<Dropped> dropped,
        String contentHash,
        @Schema(description = "Shared by all copies of one text: the id of the first that came") UUID storyId,
        @Schema(nullable = true) @Nullable Failure failure) {

    /**
     * Why an article was given up.
     *
     * @param reason for people
     * @param at when
     */
    @Schema(
            name = "ArticleFailure",
            requiredProperties = {"reason", "at"})
    record Failure(String reason, Instant at) {}
}
