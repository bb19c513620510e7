package io.demarche.ingest.feed;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param id UUIDv7
 * @param url the feed's address, which may have changed since it was subscribed to
 * @param title what it is called, or null
 * @param source registrable domain of its articles, or null for that of each article's address
 * @param format what it is written in
 * @param state how it stands
 * @param minIntervalSeconds the shortest time between two polls; null for the service's own
 * @param maxIntervalSeconds the longest one; null for the service's own
 * @param createdAt when it was subscribed to
 * @param nextAt when it is polled next; null when it is not
 * @param rhythmSeconds the usual time between two of its items, or null
 * @param failures polls that failed since the last that did not
 * @param lastPoll the last poll, or null
 * @param items its items so far
 */
@Schema(
        requiredProperties = {
            "id",
            "url",
            "title",
            "source",
            "format",
            "state",
            "minIntervalSeconds",
            "maxIntervalSeconds",
            "createdAt",
            "nextAt",
            "rhythmSeconds",
            "failures",
            "lastPoll",
            "items"
        },
        description = "A subscription to a feed")
record FeedResponse(
        UUID id,
        @Schema(description = "Its address, which may have changed since it was subscribed to") String url,
        @Schema(nullable = true) @Nullable String title,
        @Schema(nullable = true) @Nullable String source,
        FeedFormat format,
        FeedState state,
        @Schema(nullable = true) @Nullable Integer minIntervalSeconds,
        @Schema(nullable = true) @Nullable Integer maxIntervalSeconds,
        Instant createdAt,
        @Schema(nullable = true, description = "When it is polled next; null when it is not") @Nullable Instant nextAt,
        @Schema(nullable = true, description = "The usual time between two of its items") @Nullable Long rhythmSeconds,
        @Schema(description = "Polls that failed since the last that did not") int failures,
        @Schema(nullable = true) @Nullable Poll lastPoll,
        Items items) {

    /**
     * A poll.
     *
     * @param at when
     * @param outcome how it ended
     * @param found items in the document
     * @param fresh those of them that were new
     * @param problem what went wrong, or null
     */
    @Schema(
            name = "FeedPoll",
            requiredProperties = {"at", "outcome", "found", "fresh", "problem"})
    record Poll(
            Instant at, PollOutcome outcome, int found, int fresh, @Schema(nullable = true) @Nullable String problem) {}

    /**
     * Items so far.
     *
     * @param found all
     * @param pending those whose articles are still to be got
     * @param stored those that are articles
     * @param failed those that were given up
     */
    @Schema(
            name = "FeedItems",
            requiredProperties = {"found", "pending", "stored", "failed"})
    record Items(long found, long pending, long stored, long failed) {}
}
