package io.demarche.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is in the database.
 *
 * @param id UUIDv7
 * @param url the feed's address
 * @param wishes what its subscriber wants
 * @param ownTitle what it calls itself, or null
 * @param format what it is written in
 * @param createdAt when it was subscribed to
 * @param etag what it said of its content the last time, or null
 * @param lastModified the same
 * @param standing how it stands
 * @param hints what it wishes of those who poll it
 * @param nextAt when it is polled next; null when it is not
 * @param last the last poll, or null
 * @param counts its items
 */
record StoredFeed(
        UUID id,
        String url,
        Wishes wishes,
        @Nullable String ownTitle,
        FeedFormat format,
        Instant createdAt,
        @Nullable String etag,
        @Nullable String lastModified,
        PollSchedule.Standing standing,
        PollHints hints,
        @Nullable Instant nextAt,
        @Nullable LastPoll last,
        Counts counts) {

    /**
     * What its subscriber wants.
     *
     * @param title what to call it, or null
     * @param source registrable domain of its articles, or null for that of their addresses
     * @param least the shortest time between two polls, or null
     * @param most the longest one, or null
     */
    record Wishes(@Nullable String title, @Nullable String source, @Nullable Duration least, @Nullable Duration most) {}

    /**
     * A poll.
     *
     * @param at when it ended
     * @param outcome how it ended
     * @param found items in the document
     * @param fresh those of them that were new
     * @param problem what went wrong, a sentence, or null
     */
    record LastPoll(Instant at, PollOutcome outcome, int found, int fresh, @Nullable String problem) {}

    /**
     * Items so far.
     *
     * @param found all
     * @param stored those that are articles
     * @param failed those that were given up
     */
    record Counts(long found, long stored, long failed) {}
}
