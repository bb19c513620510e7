package io.demarche.ingest.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class BatchResourceTest {

    private static final String NDJSON = "application/x-ndjson";

    @TestHTTPResource
    URI server;

    @Inject
    Pool pool;

    @BeforeEach
    void clear() {
        Api.clear(pool);
    }

    private static String line(String name) {
        return RawBatch.article(Map.of("text", Api.text(name)));
    }

    private List<JsonNode> send(String lines) throws IOException {
        try (RawBatch batch = new RawBatch(server)) {
            batch.send(lines);
            batch.end();
            assertThat(batch.head()).startsWith("HTTP/1.1 200").containsIgnoringCase("content-type: " + NDJSON);
            return rest(batch);
        }
    }

    private static List<JsonNode> rest(RawBatch batch) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        for (JsonNode next = batch.next(); !next.isMissingNode(); next = batch.next()) {
            answers.add(next);
        }
        return answers;
    }

    private long count(String table) {
        return pool.query("select count(*) from " + table)
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void eachLineIsStoredAndAnsweredInOrder() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            lines.append(line("Freedonia " + i));
        }
        List<JsonNode> answers = send(lines.toString());

        assertThat(answers).hasSize(1_000);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).path("line").intValue()).isEqualTo(i + 1);
            assertThat(answers.get(i).path("state").textValue()).isEqualTo("PENDING");
            assertThat(answers.get(i).path("duplicate").isBoolean()).isTrue();
            assertThat(answers.get(i).path("duplicate").booleanValue()).isFalse();
            ids.add(answers.get(i).path("id").textValue());
        }
        assertThat(ids).hasSize(1_000);
        assertThat(count("article")).isEqualTo(1_000);
        assertThat(count("work_item where state = 'PENDING'")).isEqualTo(1_000);
        assertThat(
                        count(
                                "story_bands join story_copy using (article_id) where article_id = story_id and cardinality(bands) = 16"))
                .isEqualTo(1_000);
        given().get("/articles/" + answers.get(7).path("id").textValue())
                .then()
                .statusCode(200)
                .body("text", is(Api.text("Freedonia 7")));
    }

    @Test
    void aBadLineIsNamedAndTheRestGoesOn() throws IOException {
        List<JsonNode> answers = send(line("One")
                + "{\"text\": nope}\n"
                + "\n  \r\n"
                + RawBatch.article(Map.of("text", Api.text("Two"), "texd", "x"))
                + RawBatch.article(Map.of("text", " "))
                + RawBatch.article(Map.of("title", "no text"))
                + RawBatch.article(Map.of("url", "https://example.org/1"))
                + RawBatch.article(Map.of("text", Api.text("Three"), "language", "English"))
                + RawBatch.article(Map.of("text", "a".repeat(200_001)))
                + RawBatch.article(Map.of("html", "<nav><a href=/>Home</a></nav>"))
                + "[1]\nnull\n"
                + RawBatch.article(Map.of("text", Api.text("Four"), "url", "ftp://example.org/"))
                + line("Five").strip()
                + "\r\n");

        assertThat(answers)
                .extracting(answer -> answer.path("line").intValue())
                .containsExactly(1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        assertThat(answers)
                .extracting(answer -> answer.path("problem").path("status").intValue())
                .containsExactly(0, 400, 400, 400, 400, 400, 400, 413, 400, 400, 400, 400, 0);
        assertThat(answers)
                .extracting(answer -> answer.at("/problem/errors/0/field").asText())
                .containsExactly(
                        "",
                        "body",
                        "texd",
                        "text",
                        "text",
                        "url",
                        "language",
                        "text",
                        "html",
                        "body",
                        "body",
                        "url",
                        "");
        assertThat(answers).allSatisfy(answer -> assertThat(answer.toString()).doesNotContain("Exception"));
        assertThat(count("article")).isEqualTo(2);
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(send(line("Alpha") + line("Beta").strip()))
                .extracting(answer -> answer.path("id").isTextual())
                .containsExactly(true, true);
        assertThat(send("{\"text\": \"The minister"))
                .extracting(answer -> answer.at("/problem/errors/0/field").asText())
                .containsExactly("body");
        assertThat(send("")).isEmpty();
        assertThat(send("\n\n")).isEmpty();
    }

    @Test
    void aLineThatIsTooLongCostsNoOther() throws IOException {
        String tooLong = "{\"text\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}\n";
        List<JsonNode> answers = send(line("Before") + tooLong + line("Behind"));

        assertThat(answers).hasSize(3);
        assertThat(answers.get(1).at("/problem/status").intValue()).isEqualTo(413);
        assertThat(answers.get(1).at("/problem/errors/0/reason").textValue()).contains("10485760 bytes");
        assertThat(count("article")).isEqualTo(2);
    }

    @Test
    void duplicatesAreToldWithinABatchAndAcross() throws IOException {
        String id = Api.accept("Known");
        List<JsonNode> answers = send(line("New") + line("Known") + line("New") + line("Other"));

        assertThat(answers)
                .extracting(answer -> answer.path("duplicate").booleanValue())
                .containsExactly(false, true, true, false);
        assertThat(answers.get(1).path("id").textValue()).isEqualTo(id);
        assertThat(answers.get(2).path("id")).isEqualTo(answers.get(0).path("id"));
        assertThat(count("article")).isEqualTo(3);

        List<JsonNode> again = send(line("New") + line("Known") + line("New") + line("Other"));
        assertThat(again).allMatch(answer -> answer.path("duplicate").booleanValue());
        assertThat(again)
                .extracting(answer -> answer.path("id"))
                .isEqualTo(answers.stream().map(answer -> answer.path("id")).toList());
        assertThat(count("article")).isEqualTo(3);
        assertThat(count("work_item")).isEqualTo(3);
    }

    @Test
    void batchesWithTheSameArticlesAtOnceStoreEachOnce() throws Exception {
        List<CompletableFuture<List<JsonNode>>> calls = new ArrayList<>();
        for (int call = 0; call < 4; call++) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 600; i++) {
                lines.append(line("Sylvania " + (call % 2 == 0 ? i : 599 - i)));
            }
            calls.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return send(lines.toString());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        Set<String> ids = new HashSet<>();
        int created = 0;
        for (CompletableFuture<List<JsonNode>> call : calls) {
            for (JsonNode answer : call.get(120, TimeUnit.SECONDS)) {
                assertThat(answer.path("id").isTextual()).as(answer.toString()).isTrue();
                created += answer.path("duplicate").booleanValue() ? 0 : 1;
                ids.add(answer.path("id").textValue());
            }
        }
        assertThat(ids).hasSize(600);
        assertThat(created).isEqualTo(600);
        assertThat(count("article")).isEqualTo(600);
    }

    /** The words that a copy shares with its wire text make up more than four fifths of both. */
    private static String wire(String name, String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append("Paragraph ")
                    .append(i)
                    .append(" of the wire about ")
                    .append(name)
                    .append(" says that delegation ")
                    .append(i * 7)
                    .append(" met in hall ")
                    .append(i * 13)
                    .append(" and agreed on nothing but the next date for the talks.\n\n");
        }
        return RawBatch.article(Map.of("text", text + line));
    }

    @Test
    void copiesShareAStory() throws IOException {
        String first = send(wire("Ruritania", "The first paper adds a line of its own to the report."))
                .get(0)
                .path("id")
                .textValue();
        List<JsonNode> answers = send(wire("Ruritania", "The second paper adds another line to it.")
                + wire("Graustark", "The third paper prints what no other has printed so far.")
                + wire("Graustark", "The fourth paper has its own end to this other report.")
                + wire("Graustark", "The fifth paper is late with it and says so itself."));

        List<String> stories = new ArrayList<>();
        for (JsonNode answer : answers) {
            stories.add(given().get("/articles/" + answer.path("id").textValue())
                    .then()
                    .extract()
                    .path("storyId"));
        }
        String third = answers.get(1).path("id").textValue();
        assertThat(stories).containsExactly(first, third, third, third);
    }

    @Test
    void aBrokenConnectionLeavesWholeArticles() throws IOException {
        String half = line("Half").strip();
        try (RawBatch batch = new RawBatch(server)) {
            batch.head();
            batch.send(line("Whole 1") + line("Whole 2"));
            batch.next();
            batch.next();
            // All of its JSON is there, and yet nobody knows whether more of the line would have come.
            batch.send(half);
        }
        try (RawBatch batch = new RawBatch(server)) {
            batch.head();
            batch.send(line("Whole 3") + half.substring(0, half.length() / 2));
            batch.next();
        }
        String again = line("Whole 1") + line("Whole 2") + line("Whole 3") + line("Half");
        List<JsonNode> answers = send(again);
        assertThat(answers)
                .extracting(answer -> answer.path("duplicate").booleanValue())
                .containsExactly(true, true, true, false);
        assertThat(count("article")).isEqualTo(4);
        assertThat(count("work_item")).isEqualTo(4);
    }

    @Test
    void answersComeWhileLinesAreSent() throws IOException {
        try (RawBatch batch = new RawBatch(server, "Accept-Encoding: gzip")) {
            assertThat(batch.head()).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("gzip");
            Set<String> ids = new LinkedHashSet<>();
            for (int i = 0; i < 5; i++) {
                batch.send(line("Step " + i));
                ids.add(batch.next().path("id").textValue());
            }
            assertThat(ids).hasSize(5).doesNotContainNull();
            batch.end();
            assertThat(batch.next().isMissingNode()).isTrue();
        }
    }

    @Test
    void aSenderWhoReadsLateGetsEverything() throws IOException {
        int lines = 60_000;
        try (RawBatch batch = new RawBatch(server)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < lines / 100; i++) {
                        batch.send("{}\n".repeat(100));
                    }
                    batch.end();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            batch.head();
            assertThat(rest(batch))
                    .hasSize(lines)
                    .last()
                    .matches(last -> last.path("line").intValue() == lines);
            sending.join();
        }
    }

    @Test
    void whatIsNotNdjsonIsNotTaken() {
        byte[] bytes = "{}\n".getBytes(StandardCharsets.UTF_8);
        given().contentType("application/json")
                .body("{}")
                .post("/articles/batch")
                .then()
                .statusCode(415);
        given().contentType(NDJSON).body(bytes).post("/articles").then().statusCode(415);
        given().contentType(NDJSON)
                .body(bytes)
                .post("/articles/batch?x=1")
                .then()
                .statusCode(400);
        given().get("/articles/batch").then().statusCode(405);
    }
}
