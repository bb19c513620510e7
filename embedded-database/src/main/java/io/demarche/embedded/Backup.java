package io.demarche.embedded;

import io.demarche.platform.database.EmbeddedDatabaseProvider.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * {@code ./demarche backup}: copies embedded databases that fit each other, whether or not anybody uses them meanwhile.
 *
 * <p>What is written to the first must never be ahead of what is written to the others: while the moments of all copies
 * are set, writers to one of its tables wait.
 */
public final class Backup {

    private final Path target;

    Backup(Path target) {
        this.target = target;
    }

    /**
     * A database.
     *
     * @param folder of the database, as {@link EmbeddedDatabase#start} takes it
     * @param name its folder in the backup
     */
    record Source(Path folder, String name) {}

    /**
     * Copies. Ends with status 1 when it can't be done.
     *
     * @param arguments the folder that services keep their data in, the folder to copy to, the table of the first database
     *     whose writers wait, and the services
     */
    public static void main(String... arguments) {
        Path data = Path.of(arguments[0]);
        List<Source> sources = Arrays.stream(arguments)
                .skip(3)
                .map(service -> service + "/postgres")
                .map(name -> new Source(data.resolve(name), name))
                .toList();
        try {
            new Backup(Path.of(arguments[1])).run(sources, arguments[2]);
        } catch (IOException | SQLException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    void run(List<Source> sources, String table) throws IOException, SQLException {
        for (Source source : sources) {
            if (!Files.exists(source.folder().resolve("data.made"))) {
                throw new IOException("There is no database in " + source.folder() + ".");
            }
        }
        Deque<Running> running = new ArrayDeque<>();
        List<OnlineCopy> copies = new ArrayList<>();
        try {
            for (Source source : sources) {
                running.push(new EmbeddedDatabase().start(source.folder()));
                copies.add(copy(source));
            }
            try (Connection held = administration(sources.get(0)).getConnection()) {
                hold(held, table);
                for (OnlineCopy copy : copies) {
                    copy.end();
                }
                held.rollback();
            }
        } finally {
            for (OnlineCopy copy : copies) {
                copy.close();
            }
            running.forEach(Running::close);
        }
    }

    private OnlineCopy copy(Source source) throws IOException, SQLException {
        Path copy = Files.createDirectories(target.resolve(source.name()));
        Files.copy(Secret.file(source.folder()), Secret.file(copy), StandardCopyOption.COPY_ATTRIBUTES);
        Path data = source.folder().toRealPath().resolve("data");
        OnlineCopy begun = OnlineCopy.begin(administration(source), data, copy.resolve("data"));
        Files.createFile(copy.resolve("data.made"));
        return begun;
    }

    private static PGSimpleDataSource administration(Source source) throws IOException {
        Path home = source.folder().toRealPath();
        Postmaster postmaster = Postmaster.of(home.resolve("data"))
                .orElseThrow(() -> new IOException("The database in " + home + " has stopped."));
        PGSimpleDataSource administration = new PostgresServer(home, Secret.of(home)).administration(postmaster.port());
        administration.setDatabaseName(ServiceDatabase.NAME);
        // A checkpoint of a busy server takes its time.
        administration.setSocketTimeout(0);
        return administration;
    }

    private static void hold(Connection connection, String table) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '60s'");
            statement.execute("lock table " + statement.enquoteIdentifier(table, true) + " in share mode");
        }
    }
}
