package io.demarche.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A copy of a running PostgreSQL's data folder that a PostgreSQL can be started on: the files as they are found, and the
 * log of what was written while they were copied. The copy is as of the moment of {@link #end}.
 *
 * <p>PostgreSQL's own way without its client programs, which the embedded one does not bring
 * (https://www.postgresql.org/docs/current/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP).
 */
final class OnlineCopy implements AutoCloseable {

    /** Folders whose files belong to the running server alone; without the log, which is copied at the end. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pgsql_tmp");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final Path data;
    private final Path copy;
    private final Connection connection;
    private final String firstSegment;

    private OnlineCopy(Path data, Path copy, Connection connection, String firstSegment) {
        this.data = data;
        this.copy = copy;
        this.connection = connection;
        this.firstSegment = firstSegment;
    }

    /**
     * Copies the files; takes as long as there are many.
     *
     * @param administration connects as superuser
     * @param data the server's data folder
     * @param copy where they go; must not exist
     */
    static OnlineCopy begin(DataSource administration, Path data, Path copy) throws IOException, SQLException {
        Connection connection = administration.getConnection();
        try {
            // Keeps PostgreSQL from throwing away the log that the copy needs; gone with the connection.
            ask(connection, "select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)");
            String segment = ask(connection, "select pg_walfile_name(pg_backup_start('demarche', true))")
                    .get(0);
            copyFiles(data, copy);
            return new OnlineCopy(data, copy, connection, segment);
        } catch (IOException | SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Sets the moment that the copy is of, and completes it. */
    void end() throws IOException, SQLException {
        List<String> stop = ask(
                connection,
                "select pg_walfile_name(lsn), labelfile, coalesce(spcmapfile, '') from pg_backup_stop(false)");
        try (var segments = Files.newDirectoryStream(data.resolve("pg_wal"), "[0-9A-F]*")) {
            for (Path segment : segments) {
                String name = segment.getFileName().toString();
                if (name.compareTo(firstSegment) >= 0 && name.compareTo(stop.get(0)) <= 0) {
                    Files.copy(segment, copy.resolve("pg_wal").resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        if (!stop.get(2).isBlank()) {
            throw new IOException(data + " keeps tables in other folders, which are not copied.");
        }
        Files.writeString(copy.resolve("backup_label"), stop.get(1));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static void copyFiles(Path data, Path copy) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, to(folder), StandardCopyOption.COPY_ATTRIBUTES);
                return EMPTY.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                if (!LEFT_OUT.contains(name) && !name.startsWith("pg_internal.init")) {
                    try {
                        Files.copy(file, to(file), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException dropped) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                // A table that was dropped meanwhile; the log knows of it.
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            private Path to(Path file) {
                return copy.resolve(data.relativize(file).toString());
            }
        });
    }

    private static List<String> ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            int columns = rows.getMetaData().getColumnCount();
            String[] values = new String[columns];
            for (int i = 0; i < columns; i++) {
                values[i] = rows.getString(i + 1);
            }
            return List.of(values);
        }
    }
}
