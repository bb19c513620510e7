package io.demarche.ingest.feed;

import io.demarche.ingest.extraction.Characters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed.
 *
 * @param guid what the feed knows it by, or null
 * @param url the article's address, or null
 * @param title headline or null
 * @param byline authors or null
 * @param publishedAt time of publication, or null
 * @param content HTML of the article or of a part of it, or null
 */
record FeedItem(
        @Nullable String guid,
        @Nullable String url,
        @Nullable String title,
        @Nullable String byline,
        @Nullable Instant publishedAt,
        @Nullable String content) {

    private static final int MAX_TITLE = 500;
    private static final int MAX_BYLINE = 300;
    private static final int MAX_CONTENT = 500_000;

    /** Cleans and bounds what a document says. */
    FeedItem {
        guid = Characters.line(guid);
        title = line(title, MAX_TITLE);
        byline = line(byline, MAX_BYLINE);
        content = content == null || content.isBlank() ? null : Characters.cut(Characters.clean(content), MAX_CONTENT);
    }

    /** Whether there is anything to know it by and to make an article of. */
    boolean isUsable() {
        return url != null || content != null && (guid != null || title != null);
    }

    FeedItem withoutContent() {
        return content == null ? this : new FeedItem(guid, url, title, byline, publishedAt, null);
    }

    private static @Nullable String line(@Nullable String raw, int max) {
        String line = Characters.line(raw);
        return line == null ? null : Characters.cut(line, max);
    }
}
