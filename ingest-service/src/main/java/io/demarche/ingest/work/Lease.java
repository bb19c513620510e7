package io.demarche.ingest.work;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article that a worker has for a while, with what it needs of it.
 *
 * @param articleId the article
 * @param token shows that a later call speaks of this very lease
 * @param attempt how often the article has been leased, this time included; from 1
 * @param expiresAt when another worker may take it
 * @param contentHash SHA-256 of the normalised text, 64 hexadecimal digits
 * @param url where it was published, or null
 * @param title headline or null
 * @param source registrable domain of the publication, or null
 * @param publishedAt time of publication or null
 * @param language ISO 639-1 code or null
 * @param text the clean text that offsets count code points of
 */
@Schema(
        requiredProperties = {
            "articleId",
            "token",
            "attempt",
            "expiresAt",
            "contentHash",
            "url",
            "title",
            "source",
            "publishedAt",
            "language",
            "text"
        },
        description = "An article that a worker has for a while")
public record Lease(
        UUID articleId,
        UUID token,
        int attempt,
        Instant expiresAt,
        String contentHash,
        @Schema(nullable = true) @Nullable String url,
        @Schema(nullable = true) @Nullable String title,
        @Schema(nullable = true) @Nullable String source,
        @Schema(nullable = true) @Nullable Instant publishedAt,
        @Schema(nullable = true) @Nullable String language,
        String text) {}
