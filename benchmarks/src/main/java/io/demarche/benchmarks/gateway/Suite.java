package io.demarche.benchmarks.gateway;

import io.demarche.benchmarks.ingest.Ready;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged services as processes, with databases of their own in a new folder. */
final class Suite implements AutoCloseable {

    private static final String TOKEN = "token-of-the-benchmark";

    private final Path data;
    private final List<Process> processes = new ArrayList<>();
    private final int ingest;
    private final int analysis;

    private Suite(Path data, int ingest, int analysis) {
        this.data = data;
        this.ingest = ingest;
        this.analysis = analysis;
    }

    static Suite start() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("demarche-benchmark");
        Suite suite = new Suite(data, freePort(), freePort());
        suite.service("ingest-service", suite.ingest, Map.of());
        suite.service(
                "analysis-service",
                suite.analysis,
                Map.of(
                        "DEMARCHE_ENGINE_MODEL",
                        System.getProperty("demarche.model", "").isBlank()
                                ? "built-in"
                                : System.getProperty("demarche.model", "")));
        Ready.await(suite.ingest);
        Ready.await(suite.analysis);
        return suite;
    }

    /**
     * One more gateway.
     *
     * @param settings environment variables
     * @return its port
     */
    int gateway(Map<String, String> settings) throws IOException, InterruptedException {
        int port = freePort();
        service("gateway", port, settings);
        Ready.await(port);
        return port;
    }

    int ingest() {
        return ingest;
    }

    int analysis() {
        return analysis;
    }

    static String token() {
        return TOKEN;
    }

    private void service(String module, int port, Map<String, String> settings) throws IOException {
        Path jar = Path.of("..", module, "target", "quarkus-app", "quarkus-run.jar");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                System.getProperty("demarche.java.opts", "-Xmx" + (module.startsWith("analysis") ? "768m" : "384m"))
                        .split(" ")));
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve(module + "-" + port + ".log").toFile());
        Map<String, String> environment = new HashMap<>(Map.of(
                "DEMARCHE_DATA",
                data.toString(),
                "DEMARCHE_SERVICE_TOKEN",
                TOKEN,
                "DEMARCHE_INGEST_URL",
                "http://127.0.0.1:" + ingest,
                "DEMARCHE_ANALYSIS_URL",
                "http://127.0.0.1:" + analysis,
                "QUARKUS_HTTP_PORT",
                Integer.toString(port)));
        environment.putAll(settings);
        builder.environment().putAll(environment);
        processes.add(builder.start());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).destroy();
        }
        for (Process process : processes) {
            try {
                process.waitFor();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        System.out.println("Logs and data, which may be removed, are in " + data);
    }
}
