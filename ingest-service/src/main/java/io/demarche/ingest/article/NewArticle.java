package io.demarche.ingest.article;

import io.demarche.ingest.duplicate.CopyService;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article that is ready to be stored.
 *
 * @param id a new UUIDv7, for the case that the text is new
 * @param contentHash SHA-256 of the normalised text, 64 hexadecimal digits
 * @param url address or null
 * @param source registrable domain of the publication, or null
 * @param siteName name of the publication or null
 * @param title headline or null
 * @param byline authors or null
 * @param publishedAt time of publication or null
 * @param language ISO 639-1 code or null
 * @param text clean text
 * @param dropped what was left out, as JSON
 * @param bands what copies of it are found by, as {@link CopyService#bands} gives it
 * @param createdAt when it was accepted
 */
record NewArticle(
        UUID id,
        String contentHash,
        @Nullable String url,
        @Nullable String source,
        @Nullable String siteName,
        @Nullable String title,
        @Nullable String byline,
        @Nullable Instant publishedAt,
        @Nullable String language,
        String text,
        String dropped,
        String bands,
        Instant createdAt) {}
