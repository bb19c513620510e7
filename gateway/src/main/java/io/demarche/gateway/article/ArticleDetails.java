package io.demarche.gateway.article;

import io.demarche.gateway.extraction.Dropped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stored article with its clean text.
 *
 * @param id id, UUIDv7
 * @param title headline
 * @param source registrable domain of the publication
 * @param url where it comes from
 * @param byline who wrote it
 * @param publishedAt when it came out
 * @param language ISO 639-1 code
 * @param state how far it has come
 * @param attempts how often its analysis was begun
 * @param createdAt when it was handed in
 * @param analysedAt when it was analysed
 * @param text the clean text, which the offsets of stances count code points of
 * @param paragraphs the same text in paragraphs
 * @param dropped what was left out of the input
 * @param contentHash hash of the normalised text
 * @param storyId id of the story that it is a copy of, shared by all of its copies; its own when it is the first
 * @param failure why its analysis failed last
 */
@Schema(description = "A stored article with its clean text and what was left out of it.")
public record ArticleDetails(
        @Schema(required = true, description = "Its id.") UUID id,
        @Schema(nullable = true, description = "Headline.", examples = "Talks resume") @Nullable String title,
        @Schema(nullable = true, description = "Registrable domain of the publication.", examples = "example.org")
                @Nullable
                String source,
        @Schema(nullable = true, description = "Where it comes from.") @Nullable String url,
        @Schema(nullable = true, description = "Who wrote it.") @Nullable String byline,
        @Schema(nullable = true, description = "When it came out.") @Nullable Instant publishedAt,
        @Schema(nullable = true, description = "ISO 639-1 code.", examples = "en") @Nullable String language,
        @Schema(required = true, description = "How far it has come.") ArticleState state,
        @Schema(required = true, description = "How often its analysis was begun.") int attempts,
        @Schema(required = true, description = "When it was handed in.") Instant createdAt,
        @Schema(nullable = true, description = "When it was analysed.") @Nullable Instant analysedAt,
        @Schema(required = true, description = "The clean text; offsets of its stances count the code points of this.")
                String text,
        @Schema(required = true, description = "The same text in paragraphs.") List<String> paragraphs,
        @Schema(required = true, description = "What was left out of the input.") List<Dropped> dropped,
        @Schema(required = true, description = "Hash of the normalised text.") String contentHash,
        @Schema(
                        required = true,
                        description =
                                "The story that it is a copy of: syndicated, shortened or lightly edited texts share one. "
                                        + "The id of its first article.")
                UUID storyId,
        @Schema(nullable = true, description = "Why its analysis failed last.") @Nullable ArticleFailure failure) {

    /** Copies the lists; a missing one is empty. */
    public ArticleDetails {
        paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
        dropped = dropped == null ? List.of() : List.copyOf(dropped);
    }
}
