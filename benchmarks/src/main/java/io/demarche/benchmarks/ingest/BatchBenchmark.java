package io.demarche.benchmarks.ingest;

import io.demarche.platform.database.DatabaseAddress;
import io.demarche.platform.database.EmbeddedDatabaseProvider;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Sends made articles in one batch to the packaged ingest-service, beside a PostgreSQL that forces every commit to disk,
 * and compares with plain COPY of the same rows. Run from the top of the project, with the service packaged.
 */
public final class BatchBenchmark {

    private static final int PART = 500;
    private static final int WARM_UP = 20_000;

    private BatchBenchmark() {}

    /**
     * Measures.
     *
     * @param arguments how many articles, 50,000 by default; the path of the packaged service
     */
    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        int articles = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        Path jar =
                Path.of(arguments.length > 1 ? arguments[1] : "../ingest-service/target/quarkus-app/quarkus-run.jar");
        Path data = Files.createTempDirectory("demarche-benchmark");
        EmbeddedDatabaseProvider databases =
                ServiceLoader.load(EmbeddedDatabaseProvider.class).findFirst().orElseThrow();
        try (EmbeddedDatabaseProvider.Running database = databases.start(data.resolve("postgres"))) {
            int port = freePort();
            Process process = start(jar, port, database.address(), data);
            try {
                Processor processor = new Processor(process, data.resolve("postgres"));
                measure(articles, port, database.address(), processor);
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
        System.out.println("The data, which may be removed, is in " + data);
    }

    private static void measure(int articles, int port, DatabaseAddress database, Processor processor)
            throws IOException, InterruptedException, SQLException {
        Ready.await(port);
        MadeArticles made = new MadeArticles();
        send(made, WARM_UP, port, "warm-up");
        double before = processor.service();
        double databaseBefore = processor.database();
        double batch = send(made, articles, port, "batch");
        System.out.printf(
                "processor time an article: %.2f ms of the service, %.2f ms of PostgreSQL%n",
                1000 * (processor.service() - before) / articles,
                1000 * (processor.database() - databaseBefore) / articles);
        try (Connection connection =
                DriverManager.getConnection("jdbc:" + database.url(), database.user(), database.password())) {
            Copies copies = new Copies(connection, articles);
            double bare = copies.bare();
            double keyed = copies.keyed();
            System.out.printf(
                    "COPY of the articles alone, no keys:    %,8.0f articles/s; the batch is %.2f of it%n",
                    bare, batch / bare);
            System.out.printf(
                    "COPY of all rows, with keys and indexes: %,7.0f articles/s; the batch is %.2f of it%n",
                    keyed, batch / keyed);
        }
    }

    private static double send(MadeArticles made, int articles, int port, String name) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        long bytes = 0;
        for (int left = articles; left > 0; left -= PART) {
            byte[] part = made.lines(Math.min(PART, left));
            bytes += part.length;
            parts.add(part);
        }
        long began = System.nanoTime();
        int stored = BatchCall.send(port, parts);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%s: %,d articles (%,d bytes each), %,d stored in %.1f s: %,.0f articles/s%n",
                name, articles, bytes / articles, stored, seconds, articles / seconds);
        if (stored != articles) {
            throw new IllegalStateException("not every article was stored");
        }
        return articles / seconds;
    }

    private static Process start(Path jar, int port, DatabaseAddress database, Path data) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(System.getProperty("demarche.java.opts", "-Xmx384m").split(" ")));
        command.addAll(List.of("-Dquarkus.http.port=" + port, "-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("ingest.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "DEMARCHE_DATABASE_URL", database.url(),
                        "DEMARCHE_DATABASE_USER", database.user(),
                        "DEMARCHE_DATABASE_PASSWORD", database.password()));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
