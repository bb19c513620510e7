package io.demarche.ingest.work;

import io.demarche.ingest.storage.Storage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Work in the database; each method is one statement or one transaction. */
@Singleton
final class WorkRepository {

    /** Up to so many articles all are counted, which takes a tenth of a second then. */
    private static final long COUNTED = 1_000_000;

    private final Storage storage;

    WorkRepository(Storage storage) {
        this.storage = storage;
    }

    Uni<List<Lease>> lease(String worker, int max, Instant now, Instant end, int maxAttempts) {
        Tuple parameters = Tuple.from(new ArrayList<Object>(List.of(
                Objects.requireNonNull(Storage.time(now)),
                maxAttempts,
                max,
                worker,
                Objects.requireNonNull(Storage.time(end)))));
        return storage.run(WorkSql.LEASE, parameters).map(rows -> {
            List<Lease> leases = new ArrayList<>();
            rows.forEach(row -> leases.add(lease(row)));
            return leases;
        });
    }

    /** The articles whose leases now last until {@code end}. */
    Uni<Set<UUID>> extend(UUID[] articles, UUID[] tokens, Instant end) {
        return storage.run(WorkSql.EXTEND, Tuple.of(articles, tokens, Storage.time(end)))
                .map(WorkRepository::ids);
    }

    /** The articles whose leases were held. */
    Uni<Set<UUID>> complete(UUID[] articles, UUID[] tokens, String[] versions, Instant now) {
        return storage.run(WorkSql.COMPLETE, Tuple.of(articles, tokens, versions, Storage.time(now)))
                .map(WorkRepository::ids);
    }

    /** The articles whose leases were held and are due again. */
    Uni<Set<UUID>> release(UUID[] articles, UUID[] tokens, Instant now) {
        return storage.run(WorkSql.RELEASE, Tuple.of(articles, tokens, Storage.time(now)))
                .map(WorkRepository::ids);
    }

    /**
     * Decides on leases that failed.
     *
     * @param decide makes a decision of an article and its number of attempts
     * @return the articles whose leases were held
     */
    Uni<Set<UUID>> fail(UUID[] articles, UUID[] tokens, BiFunction<UUID, Integer, WorkRules.Next> decide, Instant now) {
        return storage.inTransaction(connection -> connection
                .preparedQuery(WorkSql.LOCK_LEASED)
                .execute(Tuple.of(articles, tokens))
                .flatMap(rows -> {
                    Map<UUID, WorkRules.Next> decisions = new LinkedHashMap<>();
                    rows.forEach(row -> {
                        UUID id = row.getUUID("article_id");
                        decisions.put(id, decide.apply(id, row.getInteger("attempts")));
                    });
                    return decisions.isEmpty() ? Uni.createFrom().item(Set.of()) : write(connection, decisions, now);
                }));
    }

    Uni<Backlog> backlog(Instant now) {
        Tuple parameters = Tuple.of(Storage.time(now), Storage.time(now.minusSeconds(60)), COUNTED);
        return storage.run(WorkSql.BACKLOG, parameters).map(rows -> {
            Row row = rows.iterator().next();
            return new Backlog(
                    row.getLong("pending"),
                    row.getLong("due"),
                    row.getLong("leased"),
                    row.getLong("failed"),
                    row.getLong("analysed"),
                    age(row, now),
                    row.getLong("recent"));
        });
    }

    Uni<WorkMetrics.Waiting> waiting(Instant now) {
        return storage.run(WorkSql.WAITING, Tuple.of(Storage.time(now))).map(rows -> {
            Row row = rows.iterator().next();
            return new WorkMetrics.Waiting(
                    row.getLong("pending"),
                    row.getLong("due"),
                    row.getLong("leased"),
                    row.getLong("failed"),
                    age(row, now));
        });
    }

    /** Whether at least so many articles wait. */
    Uni<Boolean> waits(int bound) {
        return storage.run(WorkSql.WAITS, Tuple.of(bound))
                .map(rows -> rows.iterator().next().getBoolean("waits"));
    }

    private static Uni<Set<UUID>> write(SqlConnection connection, Map<UUID, WorkRules.Next> decisions, Instant now) {
        List<WorkRules.Next> all = List.copyOf(decisions.values());
        UUID[] ids = decisions.keySet().toArray(UUID[]::new);
        String[] states = all.stream().map(next -> next.state().name()).toArray(String[]::new);
        OffsetDateTime[] times =
                all.stream().map(next -> Storage.time(next.dueAt())).toArray(OffsetDateTime[]::new);
        @Nullable String[] reasons = all.stream().map(WorkRules.Next::reason).toArray(String[]::new);
        return connection
                .preparedQuery(WorkSql.DECIDE)
                .execute(Tuple.of(ids, states, times, reasons, Storage.time(now)))
                .map(done -> Set.copyOf(decisions.keySet()));
    }

    private static long age(Row row, Instant now) {
        Instant oldest = Storage.instant(row.getOffsetDateTime("oldest"));
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toSeconds());
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID("article_id")));
        return ids;
    }

    private static Lease lease(Row row) {
        return new Lease(
                row.getUUID("article_id"),
                row.getUUID("token"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getString("content_hash"),
                row.getString("url"),
                row.getString("title"),
                row.getString("source"),
                Storage.instant(row.getOffsetDateTime("published_at")),
                row.getString("language"),
                row.getString("text"));
    }
}
