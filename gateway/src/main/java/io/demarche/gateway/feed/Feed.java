package io.demarche.gateway.feed;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to a feed.
 *
 * @param id id, UUIDv7
 * @param url the feed's address, which may have changed since
 * @param title what it is called
 * @param source registrable domain of its articles; null for that of each article's address
 * @param format what it is written in
 * @param state how it stands
 * @param minIntervalSeconds the shortest time between two polls; null for the service's own
 * @param maxIntervalSeconds the longest one; null for the service's own
 * @param createdAt when it was subscribed to
 * @param nextAt when it is polled next; null when it is not
 * @param rhythmSeconds the usual time between two of its items
 * @param failures polls that failed since the last that did not
 * @param lastPoll the last poll
 * @param items its items so far
 */
@Schema(description = "A subscription to a feed.")
public record Feed(
        @Schema(required = true, description = "Its id.") UUID id,
        @Schema(
                        required = true,
                        description = "The feed's address, which may have changed since it was subscribed to.",
                        examples = "https://example.org/news.rss")
                String url,
        @Schema(nullable = true, description = "What it is called.", examples = "Example News") @Nullable String title,
        @Schema(
                        nullable = true,
                        description = "Registrable domain of its articles; null for that of each article's address.")
                @Nullable
                String source,
        @Schema(required = true, description = "What it is written in.") FeedFormat format,
        @Schema(required = true, description = "How it stands.") FeedState state,
        @Schema(nullable = true, description = "The shortest time between two polls; null for the service's own.")
                @Nullable
                Integer minIntervalSeconds,
        @Schema(nullable = true, description = "The longest time between two polls; null for the service's own.")
                @Nullable
                Integer maxIntervalSeconds,
        @Schema(required = true, description = "When it was subscribed to.") Instant createdAt,
        @Schema(nullable = true, description = "When it is polled next; null when it is not.") @Nullable Instant nextAt,
        @Schema(nullable = true, description = "The usual time between two of its items, as measured.") @Nullable
                Long rhythmSeconds,
        @Schema(required = true, description = "Polls that failed since the last that did not.") int failures,
        @Schema(nullable = true, description = "The last poll.") @Nullable FeedPoll lastPoll,
        @Schema(required = true, description = "Its items so far.") FeedItems items) {}
