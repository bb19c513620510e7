package io.demarche.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The few calls of the public API that the demo makes. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;

    private final Authorization authorization;

    Api(String address, Authorization authorization) {
        this.base = URI.create(address + "/api/v1/");
        this.authorization = authorization;
    }

    /** Sends a text or a page; the answer has the article's id and state. */
    JsonNode send(String field, String content, String url) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put(field, content).put("url", url);
        return exchange(HttpRequest.newBuilder(base.resolve("articles"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return exchange(HttpRequest.newBuilder(base.resolve(path)));
    }

    private JsonNode exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(
                authorization
                        .to(request)
                        .header("Accept", "application/json")
                        .timeout(PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        JsonNode body = JSON.readTree(response.body());
        if (response.statusCode() >= 300) {
            throw new IOException(body.path("title").asText("HTTP " + response.statusCode()) + ": "
                    + body.path("detail").asText("no detail"));
        }
        return body;
    }
}
