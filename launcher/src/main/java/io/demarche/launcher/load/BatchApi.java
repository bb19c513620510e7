package io.demarche.launcher.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.launcher.Authorization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One call of the batch endpoint. */
final class BatchApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int DEFAULT_PAUSE_SECONDS = 2;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final Authorization authorization;

    /** Of the gateway at this address. */
    BatchApi(String gateway, Authorization authorization) {
        this.authorization = authorization;
        this.address = URI.create(gateway + "/api/v1/articles/batch");
    }

    /**
     * What came of a call.
     *
     * @param answers the answered lines, by their number
     * @param pauseSeconds how long to wait before what is not answered is sent again; 0 when nobody asked for that
     */
    record Outcome(List<JsonNode> answers, int pauseSeconds) {}

    /**
     * Sends articles.
     *
     * @return what was answered, of each call that got through; not all need to be
     * @throws Unsendable when the gateway takes no batches
     * @throws IOException when it cannot be reached, or breaks off before any answer
     */
    Outcome send(List<Item> items) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(
                authorization
                        .to(HttpRequest.newBuilder(address))
                        .header("Content-Type", "application/x-ndjson")
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body(items)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        int status = response.statusCode();
        if (status == 200) {
            return new Outcome(answers(response.body()), 0);
        }
        if (status == 429 || status >= 500) {
            String pause = response.headers().firstValue("Retry-After").orElse("");
            return new Outcome(
                    List.of(),
                    pause.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(pause)) : DEFAULT_PAUSE_SECONDS);
        }
        throw new Unsendable("the gateway takes no articles: HTTP " + status + " " + detail(response.body()));
    }

    private static InputStream body(List<Item> items) {
        List<InputStream> parts = new ArrayList<>();
        for (Item item : items) {
            parts.add(new ByteArrayInputStream(item.json()));
            parts.add(new ByteArrayInputStream(new byte[] {'\n'}));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static List<JsonNode> answers(byte[] body) {
        List<JsonNode> answers = new ArrayList<>();
        for (String line : new String(body, StandardCharsets.UTF_8).split("\n")) {
            try {
                if (!line.isBlank()) {
                    answers.add(JSON.readTree(line));
                }
            } catch (IOException half) {
                return answers;
            }
        }
        return answers;
    }

    private static String detail(byte[] body) {
        try {
            return JSON.readTree(body).path("detail").asText("");
        } catch (IOException notJson) {
            return "";
        }
    }
}
