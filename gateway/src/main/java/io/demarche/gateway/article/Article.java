package io.demarche.gateway.article;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stored article, without its text.
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
 */
@Schema(description = "A stored article, without its text.")
public record Article(
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
        @Schema(nullable = true, description = "When it was analysed.") @Nullable Instant analysedAt) {}
