package io.demarche.endtoend;

import io.demarche.key.ApiKey;
import io.demarche.key.KeyFile;
import io.demarche.key.Role;
import io.demarche.key.Secret;
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

    private final Path root = Path.of("..").toAbsolutePath().normalize();
    private final Path data;
    private final int ingestPort = freePort();
    private final int gatewayPort = freePort();
    private final int analysisPort = freePort();
    private final Secret key;
    private final Map<String, Map<String, String>> environments;
    private final List<Process> running = new ArrayList<>();
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
        this.data = data;
        this.key = key;
        this.environments = environments;
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
        return start(
                "ingest-service",
                ingestPort,
                List.of(
                        "-Ddemarche.fetch.allowed-hosts=127.0.0.1",
                        "-Ddemarche.fetch.delay=0S",
                        "-Ddemarche.feeds.look=1S"));
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

    /** One worker with short leases, so that what a killed one held is soon taken up. */
    Process startAnalysis() {
        return start("analysis-service", analysisPort, List.of("-Ddemarche.worker.lease=5s"));
    }

    void awaitReady(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Awaitility.await("readiness on port " + port)
                .atMost(START)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> http.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
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
        Path jar = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(
                    jar + " is missing: run mvn verify from the top, or package the services first");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-Dquarkus.http.port=" + port);
        command.addAll(options);
        command.add("-jar");
        command.add(jar.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve(module + ".log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "DEMARCHE_DATA",
                        data.toString(),
                        "DEMARCHE_SERVICE_SECRET",
                        "end-to-end-test-secret-0123456789",
                        "DEMARCHE_INGEST_URL",
                        "http://127.0.0.1:" + ingestPort,
                        "DEMARCHE_ANALYSIS_URL",
                        "http://127.0.0.1:" + analysisPort));
        builder.environment().putAll(environments.getOrDefault(module, Map.of()));
        try {
            Process process = builder.start();
            running.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
