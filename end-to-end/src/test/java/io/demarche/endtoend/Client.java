package io.demarche.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A client of the public API, or of a service past the gateway. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;

    private final String authorization;

    Client(String url, String key) {
        this(URI.create(url + "/api/v1"), "Bearer " + key);
    }

    private Client(URI base, String authorization) {
        this.base = base.toString();
        this.authorization = authorization;
    }

    /** Of a service that asks nobody who he is. */
    static Client ofService(String url) {
        return new Client(URI.create(url), "none");
    }

    /** An answer's status and body. */
    record Answer(int status, String type, JsonNode body) {}

    Answer get(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    Answer post(String path, JsonNode body) {
        return post(path, body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Answer post(String path, byte[] body) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer delete(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(base + path)).DELETE());
    }

    /** Sends lines and gives the lines of the answer. */
    List<JsonNode> stream(String path, String lines) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", authorization)
                .timeout(Duration.ofMinutes(3))
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build();
        try {
            List<JsonNode> answers = new ArrayList<>();
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            for (String line : body.split("\n")) {
                answers.add(JSON.readTree(line));
            }
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(
                    request.header("Authorization", authorization)
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
