package io.demarche.ingest.storage;

import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way to the database: bounds how long anybody waits for it, and turns its absence into a 503 that says when to try
 * again. Every other failure stays what it is.
 */
@Singleton
public final class Storage {

    private static final int MAX_CAUSES = 10;

    private final Pool pool;
    private final StorageConfig config;

    Storage(Pool pool, StorageConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /**
     * Runs one statement, which is its own transaction.
     *
     * @param sql a statement with numbered parameters
     * @param parameters their values
     * @return the rows
     */
    public Uni<RowSet<Row>> run(String sql, Tuple parameters) {
        return guard(pool.preparedQuery(sql).execute(parameters));
    }

    /**
     * Runs several statements in one transaction.
     *
     * @param <T> what comes out
     * @param work what to do with the connection
     * @return what the work returned, once it is committed
     */
    public <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return guard(pool.withTransaction(work));
    }

    /**
     * Guards work that goes to the database by another way.
     *
     * @param <T> what comes out
     * @param work any work that uses the database
     * @return the same, failing with a 503 when the database is away or too slow
     */
    public <T> Uni<T> guard(Uni<T> work) {
        return work.ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure(Storage::isAway)
                .transform(
                        failure -> ProblemException.unavailable("The database cannot be reached at the moment.", (int)
                                        config.retryAfter().toSeconds())
                                .causedBy(failure));
    }

    /** Times as the driver wants them. */
    public static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Times as everybody else wants them. */
    public static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    static boolean isAway(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof PgException refusal) {
                return isAway(refusal.getSqlState());
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof ClosedConnectionException
                    || isClosed(cause.getMessage())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Classes 08 (connection), 53 (resources) and 57P (stopping, starting, cancelled by an operator). */
    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }

    private static boolean isClosed(@Nullable String message) {
        // The driver has no type of its own for these.
        return message != null
                && (message.startsWith("Connection is not active")
                        || message.startsWith("Connection closed")
                        || message.startsWith("Failed to read any response from the server"));
    }
}
