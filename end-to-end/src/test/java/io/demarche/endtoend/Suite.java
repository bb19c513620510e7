package io.demarche.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<Process> running = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Suite(Path data) {
        this.data = data;
    }

    /** The gateway's address. */
    String url() {
        return "http://127.0.0.1:" + gatewayPort;
    }

    /** The key that callers have to show; empty while none is asked for. */
    Optional<String> key() {
        return Optional.empty();
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
        return start("gateway", gatewayPort, List.of());
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
                        "DEMARCHE_SERVICE_TOKEN",
                        "end-to-end-test-token-0123456789",
                        "DEMARCHE_INGEST_URL",
                        "http://127.0.0.1:" + ingestPort,
                        "DEMARCHE_ANALYSIS_URL",
                        "http://127.0.0.1:" + analysisPort));
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
