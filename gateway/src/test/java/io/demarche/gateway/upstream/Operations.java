package io.demarche.gateway.upstream;

import static io.restassured.RestAssured.given;

import io.demarche.gateway.testing.Samples;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sound requests to every operation of the OpenAPI document that answers in one piece. */
final class Operations {

    private static final Map<String, String> BODIES = Map.of(
            "submitArticle", "{\"text\": \"a\"}",
            "extractArticle", "{\"html\": \"a\"}",
            "analyse", "{\"text\": \"a\"}",
            "subscribeFeed", "{\"url\": \"https://example.org/news.rss\"}",
            "changeFeed", "{\"enabled\": true}");

    private Operations() {}

    /** An operation; {@code kept} when its answers can be kept. */
    record Operation(String id, String method, String path, boolean kept) {

        /** The same question for the same number, another for another. */
        io.restassured.response.Response send(int number) {
            RequestSpecification request = given();
            String body = BODIES.get(id);
            if (body != null) {
                request = request.contentType("application/json").body(body);
            }
            String id = Samples.ID.substring(0, Samples.ID.length() - 4) + String.format("%04d", number);
            String where = path.replaceAll("\\{[^}]*}", id);
            return request.request(method, kept && where.equals(path) ? path + "?limit=" + (number + 1) : where);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static List<Operation> all() {
        JsonPath document =
                given().accept("application/json").get("/openapi?format=json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        List<Operation> found = new ArrayList<>();
        paths.forEach((path, item) -> item.forEach((method, operation) -> {
            String id = String.valueOf(operation.get("operationId"));
            // The status is an answer of its own, whatever the services do; streams have tests of their own.
            boolean streams = operation.toString().contains("ndjson")
                    || operation.toString().contains("event-stream");
            if (!id.equals("getStatus") && !streams) {
                if (operation.containsKey("requestBody") && !BODIES.containsKey(id)) {
                    throw new IllegalStateException("add a body for " + id);
                }
                found.add(new Operation(
                        id,
                        method.toUpperCase(java.util.Locale.ROOT),
                        path,
                        operation.toString().contains("If-None-Match")));
            }
        }));
        return found;
    }
}
