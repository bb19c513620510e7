package io.demarche.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Sends a folder of articles to a running Demarche, waits until they are read, and prints who stands where. */
public final class Demo {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ROWS = 40;
    private static final int BAR = 24;

    private Demo() {}

    /**
     * @param arguments the gateway's address and the folder
     */
    public static void main(String... arguments) throws InterruptedException {
        try {
            run(new Api(arguments[0], Authorization.ofEnvironment()), Path.of(arguments[1]));
        } catch (IOException e) {
            System.err.println(
                    "The demo stopped: " + (e.getMessage() == null ? "the gateway does not answer." : e.getMessage()));
            System.exit(1);
        }
    }

    private static void run(Api api, Path folder) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file ->
                            file.toString().endsWith(".txt") || file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
        List<String> ids = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            String field = name.endsWith(".html") ? "html" : "text";
            ids.add(api.send(field, Files.readString(file), "https://samples.demarche.example/" + name)
                    .path("id")
                    .asText());
            progress("sent", ids.size(), files.size());
        }
        awaitAnalyses(api, ids);
        Ledger ledger = new Ledger();
        int stances = 0;
        for (String id : ids) {
            JsonNode found = api.get("articles/" + id + "/stances").path("stances");
            stances += found.size();
            ledger.add(found);
        }
        System.out.println();
        ledger.table(ROWS).forEach(System.out::println);
        System.out.printf("%n%d stances in %d articles; %d pairs of who and where", stances, ids.size(), ledger.size());
        System.out.println(ledger.size() > ROWS ? ", of which the " + ROWS + " said most often are shown." : ".");
    }

    private static void awaitAnalyses(Api api, List<String> ids) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> waiting = new ArrayList<>(ids);
        while (!waiting.isEmpty()) {
            List<String> still = new ArrayList<>();
            for (String id : waiting) {
                JsonNode article = api.get("articles/" + id);
                switch (article.path("state").asText()) {
                    case "ANALYSED" -> {}
                    case "FAILED" ->
                        throw new IOException("an article could not be analysed: "
                                + article.path("failure").path("reason").asText("no reason was given"));
                    default -> still.add(id);
                }
            }
            waiting = still;
            progress("read", ids.size() - waiting.size(), ids.size());
            if (System.nanoTime() > deadline) {
                throw new IOException(waiting.size() + " articles are still waiting after " + PATIENCE.toMinutes()
                        + " minutes; ./demarche logs analysis may say why");
            }
            if (!waiting.isEmpty()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static void progress(String what, int done, int all) {
        int filled = all == 0 ? BAR : BAR * done / all;
        System.out.printf("\r  %-5s [%s%s] %d of %d", what, "█".repeat(filled), "░".repeat(BAR - filled), done, all);
        if (done == all) {
            System.out.println();
        }
        System.out.flush();
    }
}
