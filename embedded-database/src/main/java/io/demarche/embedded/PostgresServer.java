package io.demarche.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL of one folder: its program, its data, its log. Starts it, finds it running, stops it. */
final class PostgresServer {

    /** Long enough for the recovery of a server that was killed in the middle of a large import. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LOG_LIMIT_BYTES = 8L * 1024 * 1024;
    private static final String SUPERUSER = "postgres";

    private final Path folder;
    private final String password;

    /** Set when this process has started the server; holds a lock on the data until it is closed. */
    private @Nullable EmbeddedPostgres started;

    PostgresServer(Path folder, String password) {
        this.folder = folder;
        this.password = password;
    }

    /** Starts the server, or takes over the one that an owner who was killed has left running. Returns its port. */
    int startOrAdopt() throws IOException {
        Optional<Postmaster> left = Postmaster.of(data());
        if (left.isPresent()) {
            Postmaster postmaster = left.get();
            awaitReady(postmaster);
            return postmaster.port();
        }
        Files.deleteIfExists(data().resolve("postmaster.pid"));
        return start();
    }

    /** Stops the server, ending its sessions; what was committed is safe. */
    void stop() throws IOException {
        if (started != null) {
            started.close();
            started = null;
        }
        // Another process's server, or one that takes longer than the library waits.
        stopRunning();
    }

    private void stopRunning() throws IOException {
        Optional<Postmaster> running = Postmaster.of(data());
        if (running.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL does not run as root; a user namespace of its own hides that from it.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program("pg_ctl"), "stop", "-D", data().toString(), "-m", "fast", "-w"));
        command.addAll(List.of("-t", Long.toString(STOP_LIMIT.toSeconds())));
        Process stopping = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                .start();
        try {
            if (!stopping.waitFor(STOP_LIMIT.toSeconds() + 5, TimeUnit.SECONDS) || stopping.exitValue() != 0) {
                throw new IOException("PostgreSQL (process " + running.get().pid() + ") did not stop; see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL stopped.", e);
        }
    }

    /** Connects as superuser. */
    PGSimpleDataSource administration(int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser(SUPERUSER);
        source.setPassword(password);
        source.setConnectTimeout(2);
        source.setSocketTimeout(10);
        return source;
    }

    private int start() throws IOException {
        putAsideHalfMade();
        rollLog();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("program").toFile())
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                // Who leaves last stops it, after Quarkus has closed its connections; the library's hook would be too
                // early.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                // To a file: a pipe would break when this process is killed and the server lives on.
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log()))
                .setConnectConfig("password", password)
                // The library is made for tests: it trusts every local user and forces nothing to disk.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "");
        initOptions(builder);
        try {
            EmbeddedPostgres postgres = builder.start();
            started = postgres;
            return postgres.getPort();
        } catch (IOException | RuntimeException e) {
            throw new IOException("PostgreSQL did not start in " + folder + "; its log is " + log(), e);
        }
    }

    /** What the builder calls locale settings are options of initdb, all of them. */
    private void initOptions(EmbeddedPostgres.Builder builder) {
        builder.setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", Secret.file(folder).toString())
                // Sorts by code point on every machine, whatever locales it has.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    /** Data whose making was interrupted would stop initdb. Nobody has used them; they are put aside all the same. */
    private void putAsideHalfMade() throws IOException {
        if (Files.exists(data()) && !Files.exists(folder.resolve("data.made"))) {
            Path aside = folder.resolve("data.incomplete." + System.currentTimeMillis());
            Files.move(data(), aside, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** From here on the data are worth keeping. */
    void keep() throws IOException {
        Path made = folder.resolve("data.made");
        if (!Files.exists(made)) {
            Files.createFile(made);
        }
    }

    private void awaitReady(Postmaster postmaster) throws IOException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Connection connection = administration(postmaster.port()).getConnection()) {
                if (connection.isValid(2)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (!postmaster.alive() || System.nanoTime() > end) {
                    throw new IOException(
                            "A PostgreSQL (process " + postmaster.pid() + ") holds " + folder
                                    + ", but does not answer on port " + postmaster.port() + "; its log is " + log(),
                            notYet);
                }
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private void rollLog() throws IOException {
        Path log = log().toPath();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private File log() {
        return folder.resolve("postgres.log").toFile();
    }

    private String program(String name) throws IOException {
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(folder.resolve("program"), "PG-*")) {
            for (Path version : unpacked) {
                for (String file : List.of(name, name + ".exe")) {
                    Path program = version.resolve("bin").resolve(file);
                    if (Files.isExecutable(program)) {
                        return program.toString();
                    }
                }
            }
        }
        throw new IOException("The PostgreSQL program is missing in " + folder.resolve("program"));
    }
}
