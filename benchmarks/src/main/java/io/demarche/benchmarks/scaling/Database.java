package io.demarche.benchmarks.scaling;

import io.demarche.platform.database.DatabaseAddress;
import io.demarche.platform.database.EmbeddedDatabaseProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** A PostgreSQL of its own, with default settings, which forces every commit to disk. */
final class Database implements AutoCloseable {

    private final EmbeddedDatabaseProvider.Running running;
    private final Connection connection;
    private final ProcessHandle postmaster;

    Database(Path folder) throws IOException, SQLException {
        running = ServiceLoader.load(EmbeddedDatabaseProvider.class)
                .findFirst()
                .orElseThrow()
                .start(folder);
        DatabaseAddress address = running.address();
        connection = DriverManager.getConnection("jdbc:" + address.url(), address.user(), address.password());
        String process = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                .get(0);
        postmaster = ProcessHandle.of(Long.parseLong(process.strip())).orElseThrow();
    }

    DatabaseAddress address() {
        return running.address();
    }

    /** Seconds that processors have worked for it, those of backends that have ended left out. */
    double seconds() {
        return Processors.seconds(Stream.concat(Stream.of(postmaster), postmaster.descendants()));
    }

    /** Bytes that were written to its log of changes so far. */
    long logged() throws SQLException {
        return number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    /** Bytes of a table with all that belongs to it, its indexes and what is kept apart of long values. */
    long size(String table) throws SQLException {
        return number("select pg_total_relation_size('" + table + "')");
    }

    /** Bytes of a table's indexes. */
    long indexes(String table) throws SQLException {
        return number("select pg_indexes_size('" + table + "')");
    }

    long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        running.close();
    }
}
