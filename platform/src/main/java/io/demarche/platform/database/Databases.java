package io.demarche.platform.database;

import io.demarche.platform.database.EmbeddedDatabaseProvider.Running;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds a service its database, before Quarkus starts: the one that it is told, or one of its own. */
public final class Databases {

    private static final String URL = "demarche.database.url";
    private static final String USER = "demarche.database.user";
    private static final String PASSWORD = "demarche.database.password";
    private static final String DATA = "demarche.data";
    private static final String SCHEME = "postgresql://";

    /** How long the application may take to stop before its database goes all the same. */
    private static final long STOP_LIMIT_SECONDS = 60;

    private static final int CANNOT_START = 2;

    private Databases() {}

    /**
     * Sees to it that {@code demarche.database.url}, {@code .user} and {@code .password} are known. Does nothing when the
     * URL is set, as a system property or as {@code DEMARCHE_DATABASE_URL}; otherwise starts an embedded PostgreSQL in
     * {@code <DEMARCHE_DATA, or .demarche>/<service>/postgres}. When that cannot be, says why in one sentence and ends the
     * process with status 2.
     *
     * @param service name of the service; names the folder
     */
    public static void prepare(String service) {
        Optional<EmbeddedDatabaseProvider> provider =
                ServiceLoader.load(EmbeddedDatabaseProvider.class).findFirst();
        try {
            start(service, provider, System.err).ifPresent(Databases::closeAfterQuarkus);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(CANNOT_START);
        }
    }

    /** The embedded database, when one is needed; the system properties are set. */
    static Optional<Running> start(String service, Optional<EmbeddedDatabaseProvider> provider, PrintStream messages)
            throws IOException {
        String given = setting(URL);
        if (given != null) {
            check(given);
            return Optional.empty();
        }
        if (provider.isEmpty()) {
            throw new IOException("This build brings no database of its own: set DEMARCHE_DATABASE_URL"
                    + " (postgresql://host:port/name), DEMARCHE_DATABASE_USER and DEMARCHE_DATABASE_PASSWORD.");
        }
        String data = setting(DATA);
        Path folder =
                Path.of(data == null ? ".demarche" : data, service, "postgres").toAbsolutePath();
        messages.println("Starting the database in " + folder);
        Running running = provider.get().start(folder);
        System.setProperty(URL, running.address().url());
        System.setProperty(USER, running.address().user());
        System.setProperty(PASSWORD, running.address().password());
        return Optional.of(running);
    }

    private static void check(String url) throws IOException {
        if (!url.startsWith(SCHEME)) {
            throw new IOException("DEMARCHE_DATABASE_URL must look like postgresql://host:port/name.");
        }
        if (url.substring(SCHEME.length()).split("/", 2)[0].contains("@")) {
            throw new IOException("DEMARCHE_DATABASE_URL must not hold user and password:"
                    + " they go into DEMARCHE_DATABASE_USER and DEMARCHE_DATABASE_PASSWORD.");
        }
    }

    private static @Nullable String setting(String property) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            value = System.getenv(property.toUpperCase(Locale.ROOT).replace('.', '_'));
        }
        return value == null || value.isBlank() ? null : value;
    }

    private static void closeAfterQuarkus(Running running) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            awaitQuarkus();
                            running.close();
                        },
                        "database-closer"));
    }

    /** Shutdown hooks run at once; what is in flight needs its database until Quarkus has stopped. */
    private static void awaitQuarkus() {
        Application application = ApplicationLifecycleManager.getCurrentApplication();
        if (application == null) {
            return;
        }
        Thread waiting = new Thread(application::awaitShutdown, "database-closer-wait");
        waiting.setDaemon(true);
        waiting.start();
        try {
            waiting.join(TimeUnit.SECONDS.toMillis(STOP_LIMIT_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
