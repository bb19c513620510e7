package io.demarche.benchmarks.live;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Connects many idle clients to the live stream of the packaged gateway, beside a stand-in for the analysis service, and
 * says what memory each costs and how soon all are told of a stance. Run with the gateway packaged.
 */
public final class LiveBenchmark {

    /** The gateway makes its classes and its first buffers with these. */
    private static final int WARM_UP = 300;

    private static final int EVENTS = 20;

    private LiveBenchmark() {}

    /**
     * Measures.
     *
     * @param arguments how many clients, 1,000 by default; the path of the packaged gateway
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        Path jar = Path.of(arguments.length > 1 ? arguments[1] : "../gateway/target/quarkus-app/quarkus-run.jar");
        try (ChangesStandIn analysis = new ChangesStandIn()) {
            int port = freePort();
            Process process = start(jar, port, analysis.port());
            try {
                measure(clients, port, new GatewayMemory(process.pid()), analysis);
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private static void measure(int clients, int port, GatewayMemory memory, ChangesStandIn analysis)
            throws IOException, InterruptedException {
        List<IdleClient> idle = connect(WARM_UP, port);
        tell(idle, analysis);
        close(idle);
        GatewayMemory.Sample before = memory.sample();
        idle = connect(clients, port);
        GatewayMemory.Sample after = memory.sample();
        System.out.printf(
                "%,d idle clients: %.1f KiB of resident memory each (%,d → %,d KiB), %.1f KiB of heap each after a collection"
                        + " (%,d → %,d KiB)%n",
                clients,
                (after.resident() - before.resident()) / (double) clients,
                before.resident(),
                after.resident(),
                (after.heap() - before.heap()) / (double) clients,
                before.heap(),
                after.heap());
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            millis.add(tell(idle, analysis));
        }
        millis.sort(null);
        System.out.printf(
                "from stored to told to all of them, %d times, polled every 50 ms: median %.0f ms, longest %.0f ms%n",
                EVENTS, millis.get(EVENTS / 2), millis.get(EVENTS - 1));
        System.out.printf(
                "after %d events: %,d KiB resident%n", EVENTS, memory.sample().resident());
        close(idle);
    }

    /** Milliseconds until the last client has it. */
    private static double tell(List<IdleClient> idle, ChangesStandIn analysis) throws IOException {
        long began = System.nanoTime();
        String position = analysis.store();
        for (IdleClient client : idle) {
            client.await("id: " + position);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static List<IdleClient> connect(int clients, int port) throws IOException {
        List<IdleClient> idle = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            idle.add(new IdleClient(port));
        }
        return idle;
    }

    private static void close(List<IdleClient> idle) throws IOException {
        for (IdleClient client : idle) {
            client.close();
        }
    }

    private static Process start(Path jar, int port, int analysis) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(System.getProperty("demarche.java.opts", "-Xmx256m").split(" ")));
        command.addAll(List.of(
                "-Dquarkus.http.port=" + port,
                "-Ddemarche.live.poll=50ms",
                "-Ddemarche.live.max-clients=100000",
                "-Ddemarche.analysis.url=http://127.0.0.1:" + analysis,
                "-jar",
                jar.toString()));
        Path log = Files.createTempFile("demarche-gateway", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        IdleClient.awaitReady(port);
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
