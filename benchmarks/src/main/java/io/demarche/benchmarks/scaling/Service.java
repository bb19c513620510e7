package io.demarche.benchmarks.scaling;

import io.demarche.benchmarks.ingest.Ready;
import io.demarche.platform.database.DatabaseAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A packaged service as a process, without tokens. */
final class Service implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;

    private Service(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one and waits until it is ready.
     *
     * @param folder for its log
     * @param heap such as {@code 384m}
     * @param settings environment variables
     */
    static Service start(
            String module, Path folder, String heap, DatabaseAddress database, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap));
        command.addAll(List.of(
                "-Dquarkus.http.port=" + port,
                "-jar",
                Path.of("..", module, "target", "quarkus-app", "quarkus-run.jar")
                        .toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(module + "-" + port + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "DEMARCHE_DATABASE_URL", database.url(),
                        "DEMARCHE_DATABASE_USER", database.user(),
                        "DEMARCHE_DATABASE_PASSWORD", database.password()));
        builder.environment().putAll(settings);
        Service service = new Service(builder.start(), port);
        service.awaitReady();
        return service;
    }

    /** For minutes: beside others' work and a backlog a virtual machine starts slowly. */
    private void awaitReady() throws IOException, InterruptedException {
        for (int tries = 5; ; tries--) {
            try {
                Ready.await(port);
                return;
            } catch (IOException notYet) {
                if (tries == 0 || !process.isAlive()) {
                    close();
                    throw notYet;
                }
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    double seconds() {
        return Processors.seconds(Stream.of(process.toHandle()));
    }

    /** The sum of the series of a metric that carry all these labels. */
    long count(String metric, String... labels) throws IOException, InterruptedException {
        return Math.round(send(HttpRequest.newBuilder(URI.create(url() + "/q/metrics")))
                .lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum());
    }

    /** Sends articles, in calls of a few hundred. */
    void store(MixedArticles articles, int count) throws IOException, InterruptedException {
        for (int left = count; left > 0; left -= 500) {
            String answer = send(HttpRequest.newBuilder(URI.create(url() + "/articles/batch"))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(articles.lines(Math.min(500, left)))));
            if (answer.lines().anyMatch(line -> !line.contains("\"duplicate\":false"))) {
                throw new IOException("not every article was stored as a new one");
            }
        }
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
