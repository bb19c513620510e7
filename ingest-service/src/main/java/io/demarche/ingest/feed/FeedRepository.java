package io.demarche.ingest.feed;

import io.demarche.ingest.storage.Storage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Subscriptions in the database. */
@Singleton
final class FeedRepository {

    private final Storage storage;

    FeedRepository(Storage storage) {
        this.storage = storage;
    }

    /**
     * What a subscriber changes.
     *
     * @param wishes what he wants
     * @param state how the feed stands then
     * @param failures what counts against it
     * @param nextAt when it is polled next, or null
     */
    record Change(StoredFeed.Wishes wishes, FeedState state, int failures, @Nullable Instant nextAt) {}

    /** Stores a new subscription; nothing when its address is there already. */
    Uni<@Nullable StoredFeed> insert(
            UUID id, String url, @Nullable String ownTitle, FeedFormat format, Change first, Instant now) {
        StoredFeed.Wishes wishes = first.wishes();
        return storage.run(
                        FeedSql.INSERT,
                        tuple(
                                id,
                                url,
                                wishes.title(),
                                ownTitle,
                                wishes.source(),
                                format.name(),
                                first.state().name(),
                                seconds(wishes.least()),
                                seconds(wishes.most()),
                                Storage.time(now),
                                Storage.time(first.nextAt())))
                .map(FeedRepository::first);
    }

    Uni<@Nullable StoredFeed> find(UUID id) {
        return storage.run(FeedSql.FIND, Tuple.of(id)).map(FeedRepository::first);
    }

    Uni<@Nullable StoredFeed> findByUrl(String url) {
        return storage.run(FeedSql.FIND_BY_URL, Tuple.of(url)).map(FeedRepository::first);
    }

    /** Newest first. */
    Uni<List<StoredFeed>> list(@Nullable FeedState state, @Nullable UUID before, int limit) {
        return (state == null
                        ? storage.run(FeedSql.LIST, Tuple.of(before, limit))
                        : storage.run(FeedSql.LIST_IN_STATE, Tuple.of(before, limit, state.name())))
                .map(rows -> {
                    List<StoredFeed> found = new ArrayList<>();
                    rows.forEach(row -> found.add(stored(row)));
                    return found;
                });
    }

    /** Changes a subscription; null when there is none. */
    Uni<@Nullable StoredFeed> change(UUID id, Instant now, Function<StoredFeed, Change> decide) {
        return storage.inTransaction(connection -> connection
                .preparedQuery(FeedSql.LOCK)
                .execute(Tuple.of(id))
                .flatMap(rows -> {
                    StoredFeed before = first(rows);
                    if (before == null) {
                        return Uni.createFrom().nullItem();
                    }
                    Change change = decide.apply(before);
                    StoredFeed.Wishes wishes = change.wishes();
                    return connection
                            .preparedQuery(FeedSql.CHANGE)
                            .execute(tuple(
                                    id,
                                    wishes.title(),
                                    wishes.source(),
                                    seconds(wishes.least()),
                                    seconds(wishes.most()),
                                    change.state().name(),
                                    change.failures(),
                                    Storage.time(change.nextAt())))
                            .flatMap(changed -> connection
                                    .preparedQuery(FeedSql.RECKON)
                                    .execute(Tuple.of(id, Storage.time(now)))
                                    .map(reckoned -> first(changed)));
                }));
    }

    /** Whether there was such a subscription. */
    Uni<Boolean> delete(UUID id) {
        return storage.run(FeedSql.DELETE, Tuple.of(id)).map(rows -> rows.size() > 0);
    }

    static Tuple tuple(@Nullable Object... values) {
        return Tuple.from(new ArrayList<@Nullable Object>(Arrays.asList(values)));
    }

    static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : (int) Math.min(duration.toSeconds(), Integer.MAX_VALUE);
    }

    static @Nullable StoredFeed first(RowSet<Row> rows) {
        return rows.size() == 0 ? null : stored(rows.iterator().next());
    }

    static StoredFeed stored(Row row) {
        Duration least = duration(row.getInteger("least_seconds"));
        Duration most = duration(row.getInteger("most_seconds"));
        return new StoredFeed(
                row.getUUID("id"),
                row.getString("url"),
                new StoredFeed.Wishes(row.getString("title"), row.getString("source"), least, most),
                row.getString("own_title"),
                FeedFormat.valueOf(row.getString("format")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("etag"),
                row.getString("last_modified"),
                new PollSchedule.Standing(
                        FeedState.valueOf(row.getString("state")),
                        row.getInteger("failures"),
                        duration(row.getLong("rhythm_seconds")),
                        Storage.instant(row.getOffsetDateTime("newest_at")),
                        least,
                        most),
                hints(row),
                Storage.instant(row.getOffsetDateTime("next_at")),
                last(row),
                new StoredFeed.Counts(
                        row.getLong("items_found"), row.getLong("items_stored"), row.getLong("items_failed")));
    }

    private static PollHints hints(Row row) {
        return new PollHints(
                duration(row.getLong("pause_seconds")),
                Arrays.stream(row.getArrayOfIntegers("skip_hours")).collect(Collectors.toSet()),
                Arrays.stream(row.getArrayOfIntegers("skip_days"))
                        .map(DayOfWeek::of)
                        .collect(Collectors.toSet()));
    }

    private static StoredFeed.@Nullable LastPoll last(Row row) {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new StoredFeed.LastPoll(
                        row.getOffsetDateTime("polled_at").toInstant(),
                        PollOutcome.valueOf(outcome),
                        row.getInteger("found"),
                        row.getInteger("fresh"),
                        row.getString("problem"));
    }

    private static @Nullable Duration duration(@Nullable Number seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds.longValue());
    }
}
