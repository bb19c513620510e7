package io.demarche.endtoend;

import io.demarche.embedded.EmbeddedDatabase;
import io.demarche.key.ApiKey;
import io.demarche.key.KeyFile;
import io.demarche.key.Role;
import io.demarche.key.Secret;
import io.demarche.platform.database.DatabaseAddress;
import io.demarche.platform.database.EmbeddedDatabaseProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/** The services as processes on free ports, with their data in a folder of their own. */
final class Suite implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    /** For processes on few processors that live for a minute. */
    private static final List<String> SHORT_LIVED = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** For many of them. */
    static final List<String> SMALL = List.of("-Xmx256m");

    private final Path root = Path.of("..").toAbsolutePath().normalize();
    private final Path data;
    private final int ingestPort = freePort();
    private final int gatewayPort = freePort();
    private final int analysisPort = freePort();
    private final Secret key;
    private final Map<String, String> identity;
    private final Map<String, Map<String, String>> environments;
    private final List<Process> running = new ArrayList<>();
    private final Map<String, EmbeddedDatabaseProvider.Running> databases = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Suite(Path data) {
        this(data, Secret.random(new SecureRandom()), Map.of());
    }

    /**
     * @param data where databases, logs and the file of keys are; such a file that is there is left as it is
     * @param key what the test shows
     * @param environments more variables, by the service that they are for
     */
    Suite(Path data, Secret key, Map<String, Map<String, String>> environments) {
        this(data, key, Map.of("DEMARCHE_SERVICE_SECRET", "end-to-end-test-secret-0123456789"), environments);
    }

    private Suite(Path data, Secret key, Map<String, String> identity, Map<String, Map<String, String>> environments) {
        this.data = data;
        this.key = key;
        this.identity = identity;
        this.environments = environments;
    }

    /** Services that answer everybody on this machine, for tests that ask them past the gateway. */
    static Suite withoutSecret(Path data) {
        return new Suite(data, Secret.random(new SecureRandom()), Map.of(), Map.of());
    }

    /** The gateway's address. */
    String url() {
        return "http://127.0.0.1:" + gatewayPort;
    }

    Path root() {
        return root;
    }

    /** Pages and feeds may come from the test's own server, and at once. */
    Process startIngest() {
        return startIngest(List.of(
                "-Ddemarche.fetch.allowed-hosts=127.0.0.1", "-Ddemarche.fetch.delay=0S", "-Ddemarche.feeds.look=1S"));
    }

    Process startIngest(List<String> options) {
        return start("ingest-service", ingestPort, options);
    }

    Process startGateway() {
        return start("gateway", gatewayPort, List.of("-Ddemarche.access.keys=" + keyFile()));
    }

    /** What the test shows: a key that may do anything, as often as it likes. */
    String key() {
        return key.value();
    }

    private Path keyFile() {
        Path file = data.resolve("keys.json");
        if (Files.exists(file)) {
            return file;
        }
        ApiKey admin = new ApiKey(
                key.id(), "test", key.hash(), Role.ADMIN, OptionalInt.of(10_000_000), Instant.now(), null, null);
        try {
            new KeyFile(file).update(old -> List.of(admin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** An analysis process beside others: all use one database, which the first starts and the last stops. */
    record Worker(String url, Process process) {}

    /** One more analysis process. */
    Worker startWorker(List<String> options) {
        int port = freePort();
        return new Worker("http://127.0.0.1:" + port, start("analysis-service", port, options));
    }

    String ingestUrl() {
        return "http://127.0.0.1:" + ingestPort;
    }

    /** One worker with short leases, so that what a killed one held is soon taken up. */
    Process startAnalysis() {
        return start("analysis-service", analysisPort, List.of("-Ddemarche.worker.lease=5s"));
    }

    void awaitReady(int port) {
        Awaitility.await("readiness on port " + port)
                .atMost(START)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> isReady("http://127.0.0.1:" + port));
    }

    /** Whether a service says that it is ready; not while nobody listens there. */
    boolean isReady(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void awaitIngest() {
        awaitReady(ingestPort);
    }

    void awaitGateway() {
        awaitReady(gatewayPort);
    }

    void awaitAnalysis() {
        awaitReady(analysisPort);
    }

    private Process start(String module, int port, List<String> options) {
        Artifact artifact = Artifact.of(root.resolve(module));
        List<String> all = new ArrayList<>(SHORT_LIVED);
        all.add("-Dquarkus.http.port=" + port);
        all.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(artifact.command(all))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve(module + ".log").toFile()));
        builder.environment().putAll(identity);
        Map<String, String> own = environments.getOrDefault(module, Map.of());
        if (artifact.executable() && !module.equals("gateway") && !own.containsKey("DEMARCHE_DATABASE_URL")) {
            builder.environment().putAll(database(module.replace("-service", "")));
        }
        builder.environment()
                .putAll(Map.of(
                        "DEMARCHE_DATA",
                        data.toString(),
                        "DEMARCHE_INGEST_URL",
                        "http://127.0.0.1:" + ingestPort,
                        "DEMARCHE_ANALYSIS_URL",
                        "http://127.0.0.1:" + analysisPort,
                        // As on Kubernetes.
                        "DEMARCHE_LOG_JSON",
                        "true"));
        builder.environment().putAll(own);
        try {
            Process process = builder.start();
            running.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An executable brings no database; it is given the one that a jar would have started, which lives as long as this. */
    private Map<String, String> database(String service) {
        DatabaseAddress address = databases
                .computeIfAbsent(service, name -> {
                    try {
                        return new EmbeddedDatabase().start(data.resolve(name).resolve("postgres"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .address();
        return Map.of(
                "DEMARCHE_DATABASE_URL", address.url(),
                "DEMARCHE_DATABASE_USER", address.user(),
                "DEMARCHE_DATABASE_PASSWORD", address.password());
    }

    @Override
    public void close() {
        for (int i = running.size() - 1; i >= 0; i--) {
            running.get(i).destroy();
        }
        for (Process process : running) {
            try {
                process.onExit().get(60, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            } catch (ExecutionException | TimeoutException e) {
                process.destroyForcibly();
            }
        }
        databases.values().forEach(EmbeddedDatabaseProvider.Running::close);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
