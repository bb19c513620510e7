package io.demarche.ingest.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that this service found by itself. What is said here wins over what is found in the article.
 *
 * @param url its address, or null; what is fetched when there is no html
 * @param html its page or content, or null
 * @param source registrable domain of the publication; taken from the address when missing
 * @param title headline or null
 * @param byline authors or null
 * @param publishedAt time of publication or null
 */
public record FoundArticle(
        @Nullable String url,
        @Nullable String html,
        @Nullable String source,
        @Nullable String title,
        @Nullable String byline,
        @Nullable Instant publishedAt) {}
