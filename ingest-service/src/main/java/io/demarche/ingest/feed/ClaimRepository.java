package io.demarche.ingest.feed;

import io.demarche.ingest.storage.Storage;
import io.demarche.platform.id.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Feeds that replicas have to themselves. Whatever is written about a claim is written only while it holds: it has not run
 * out, and nobody else has taken the feed.
 */
@Singleton
final class ClaimRepository {

    private final Storage storage;

    ClaimRepository(Storage storage) {
        this.storage = storage;
    }

    /** How a feed stands after a poll. */
    interface Decider {
        /**
         * Decides.
         *
         * @param feed as it is now, with what was changed meanwhile
         * @param result how the poll ended
         * @param fresh how many items were new
         */
        PollSchedule.Decision decide(StoredFeed feed, PollResult result, int fresh);
    }

    /** Takes feeds that are due, those first that have been so the longest. */
    Uni<List<FeedClaim>> claim(String worker, int most, Instant now, Instant until) {
        return storage.run(FeedSql.CLAIM, Tuple.of(Storage.time(now), most, Storage.time(until), worker))
                .map(rows -> {
                    List<FeedClaim> claims = new ArrayList<>();
                    rows.forEach(
                            row -> claims.add(new FeedClaim(FeedRepository.stored(row), row.getUUID("token"), until)));
                    return claims;
                });
    }

    /** Gives a feed back; nothing happens when somebody else has it. */
    Uni<Void> release(FeedClaim claim, Instant now) {
        return storage.run(FeedSql.RELEASE, Tuple.of(claim.feed().id(), Storage.time(now), claim.token()))
                .replaceWithVoid();
    }

    /**
     * Takes down a poll and the items that it found.
     *
     * @param memory how long items are remembered that are not shown any more
     * @return whether the claim held
     */
    Uni<Boolean> polled(FeedClaim claim, PollResult result, Decider decider, Duration memory, Instant now) {
        return storage.inTransaction(connection -> connection
                .preparedQuery(FeedSql.LOCK_CLAIMED)
                .execute(Tuple.of(claim.feed().id(), claim.token(), Storage.time(now)))
                .flatMap(rows -> {
                    StoredFeed feed = FeedRepository.first(rows);
                    if (feed == null) {
                        return Uni.createFrom().item(false);
                    }
                    return free(connection, feed, result)
                            .flatMap(free -> write(connection, feed, free, decider, memory, now));
                }));
    }

    /** The result, ended when the feed has become another that is subscribed to. */
    private static Uni<PollResult> free(SqlConnection connection, StoredFeed feed, PollResult result) {
        if (result.url() == null) {
            return Uni.createFrom().item(result);
        }
        return connection
                .preparedQuery(FeedSql.TAKEN)
                .execute(Tuple.of(feed.id(), result.url()))
                .map(rows -> rows.size() == 0
                        ? result
                        : PollResult.ended(
                                PollOutcome.GONE,
                                null,
                                "The feed has moved to the address of feed "
                                        + rows.iterator().next().getUUID("id") + "."));
    }

    private static Uni<Boolean> write(
            SqlConnection connection,
            StoredFeed feed,
            PollResult result,
            Decider decider,
            Duration memory,
            Instant now) {
        return found(connection, feed, result, now)
                .flatMap(fresh -> connection
                        .preparedQuery(FeedSql.POLLED)
                        .execute(row(feed, result, fresh, decider.decide(feed, result, fresh), now)))
                .flatMap(done -> forget(connection, feed, result, now.minus(memory)))
                .replaceWith(true);
    }

    private static Uni<Integer> found(SqlConnection connection, StoredFeed feed, PollResult result, Instant now) {
        List<FeedItem> items = result.items();
        if (items.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<ItemKeys> keys = items.stream().map(ItemKeys::of).toList();
        return connection
                .preparedQuery(FeedSql.FOUND)
                .execute(FeedRepository.tuple(
                        feed.id(),
                        Storage.time(now),
                        items.stream().map(item -> Uuid7.next()).toArray(UUID[]::new),
                        keys.stream().map(ItemKeys::key).toArray(String[]::new),
                        keys.stream().map(ItemKeys::urlKey).toArray(String[]::new),
                        items.stream().map(FeedItem::url).toArray(String[]::new),
                        items.stream().map(FeedItem::title).toArray(String[]::new),
                        items.stream().map(FeedItem::byline).toArray(String[]::new),
                        items.stream()
                                .map(item -> Storage.time(item.publishedAt()))
                                .toArray(OffsetDateTime[]::new),
                        items.stream().map(FeedItem::content).toArray(String[]::new)))
                .map(rows -> rows.rowCount());
    }

    private static Uni<Void> forget(SqlConnection connection, StoredFeed feed, PollResult result, Instant since) {
        if (result.outcome() != PollOutcome.READ) {
            return Uni.createFrom().voidItem();
        }
        String[] keys =
                result.items().stream().map(item -> ItemKeys.of(item).key()).toArray(String[]::new);
        return connection
                .preparedQuery(FeedSql.FORGET)
                .execute(Tuple.of(feed.id(), Storage.time(since), keys))
                .replaceWithVoid();
    }

    private static Tuple row(
            StoredFeed feed, PollResult result, int fresh, PollSchedule.Decision decision, Instant now) {
        boolean read = result.outcome() == PollOutcome.READ;
        Feed document = result.feed();
        PollHints hints = read ? result.hints() : feed.hints();
        Duration rhythm = decision.rhythm();
        Duration pause = hints.pause();
        return FeedRepository.tuple(
                feed.id(),
                result.url() == null ? feed.url() : result.url(),
                document == null ? null : document.title(),
                document == null ? feed.format().name() : document.format().name(),
                read ? result.etag() : feed.etag(),
                read ? result.lastModified() : feed.lastModified(),
                decision.state().name(),
                decision.failures(),
                rhythm == null ? null : Math.max(1, rhythm.toSeconds()),
                Storage.time(decision.newestAt()),
                Storage.time(decision.nextAt()),
                pause == null ? null : pause.toSeconds(),
                hints.skipHours().toArray(Integer[]::new),
                hints.skipDays().stream().map(DayOfWeek::getValue).toArray(Integer[]::new),
                Storage.time(now),
                result.outcome().name(),
                read ? result.items().size() : 0,
                fresh,
                result.problem());
    }

    /** Begins with the oldest item that is due; null when there is none, or the claim does not hold. */
    Uni<@Nullable PendingItem> nextItem(FeedClaim claim, Instant now) {
        return storage.run(FeedSql.NEXT_ITEM, Tuple.of(claim.feed().id(), claim.token(), Storage.time(now)))
                .map(rows -> rows.size() == 0 ? null : item(rows.iterator().next()));
    }

    private static PendingItem item(Row row) {
        return new PendingItem(
                row.getUUID("id"),
                row.getString("url"),
                row.getString("title"),
                row.getString("byline"),
                Storage.instant(row.getOffsetDateTime("published_at")),
                row.getString("content"),
                row.getInteger("attempts"));
    }

    /** Takes down what became of an item; whether the claim held. */
    Uni<Boolean> settle(FeedClaim claim, PendingItem item, ItemResult result, Instant now) {
        return storage.run(
                        FeedSql.SETTLE_ITEM,
                        FeedRepository.tuple(
                                claim.feed().id(),
                                claim.token(),
                                Storage.time(now),
                                item.id(),
                                result.state().name(),
                                result.attempts(),
                                Storage.time(result.dueAt()),
                                result.article(),
                                result.problem()))
                .map(rows -> rows.size() > 0);
    }
}
