package io.demarche.ingest.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item whose article is to be got.
 *
 * @param id UUIDv7
 * @param url the article's address, or null
 * @param title headline or null
 * @param byline authors or null
 * @param publishedAt time of publication, or null
 * @param content HTML that can stand for the page, or null
 * @param attempt how often it was tried, this time included
 */
record PendingItem(
        UUID id,
        @Nullable String url,
        @Nullable String title,
        @Nullable String byline,
        @Nullable Instant publishedAt,
        @Nullable String content,
        int attempt) {}
