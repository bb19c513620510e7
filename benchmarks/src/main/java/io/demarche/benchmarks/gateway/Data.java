package io.demarche.benchmarks.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small stored data set: the sample articles, each several times with a sentence of its own. */
final class Data {

    private static final int COPIES = 8;
    private static final int TRIES = 1_200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String gateway;
    private final List<String> texts;
    private final List<String> ids = new ArrayList<>();

    Data(int port) throws IOException {
        this.gateway = "http://127.0.0.1:" + port + "/api/v1";
        try (Stream<Path> files = Files.list(Path.of("..", "samples"))) {
            List<String> read = new ArrayList<>();
            for (Path file : files.filter(name -> name.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                read.add(Files.readString(file));
            }
            texts = List.copyOf(read);
        }
    }

    /** Stores it, and waits until all of it is analysed. */
    void store() throws IOException, InterruptedException {
        for (int copy = 0; copy < COPIES; copy++) {
            for (String text : texts) {
                String own =
                        text + "\n\nThis is edition number " + copy + " of the report, printed on day " + copy + ".";
                JsonObject accepted = new JsonObject(call(
                        "POST", "/articles", new JsonObject().put("text", own).encode()));
                ids.add(accepted.getString("id"));
            }
        }
        for (int i = 0; i < TRIES; i++) {
            JsonObject backlog = new JsonObject(call("GET", "/status", null)).getJsonObject("backlog");
            if (backlog != null && backlog.getInteger("pending") + backlog.getInteger("leased") == 0) {
                return;
            }
            Thread.sleep(250);
        }
        throw new IOException("the articles are not analysed");
    }

    private String call(String method, String path, @org.jspecify.annotations.Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + System.getProperty("demarche.key", Suite.token()));
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < TRIES; i++) {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() < 300) {
                return response.body();
            }
            if (response.statusCode() != 503) {
                throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            Thread.sleep(100);
        }
        throw new IOException(method + " " + path + " is never answered");
    }

    String id(int number) {
        return ids.get(number % ids.size());
    }

    /** A text to analyse, of some sentences. */
    String analysis(int number) {
        String text = texts.get(number % texts.size());
        return new JsonObject()
                .put("text", text.substring(0, Math.min(text.length(), 600)))
                .encode();
    }

    int size() {
        return new JsonArray(ids).size();
    }
}
