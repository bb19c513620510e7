package io.demarche.ingest.article;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is sent leads to a 500, and nothing that is refused is stored. */
@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class BadInputTest {

    @Inject
    Pool pool;

    @BeforeEach
    void clear() {
        Api.clear(pool);
    }

    @AfterEach
    void nothingIsStored() {
        given().get("/articles").then().statusCode(200).body("items.size()", is(0));
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String field) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("errors.field", hasItem(field))
                .body(not(containsString("Exception")))
                .body(not(containsString("io.demarche")));
    }

    private static ValidatableResponse raw(String path, byte[] body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/articles", "/extractions"})
    void brokenUtf8(String path) {
        byte[] start = "{\"text\":\"abc".getBytes(StandardCharsets.UTF_8);
        byte[] body = java.util.Arrays.copyOf(start, start.length + 4);
        body[start.length] = (byte) 0xC3;
        body[start.length + 1] = (byte) 0x28;
        body[start.length + 2] = '"';
        body[start.length + 3] = '}';
        raw(path, body).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800 alone\"", "\"nul \\u0000 here\""})
    void whatNoDatabaseStores(String text) {
        problem(Api.post("/articles", "{\"text\":" + text + "}"), 400, "text");
        problem(Api.post("/articles", "{\"html\":" + text + "}"), 400, "html");
        problem(Api.post("/articles", "{\"text\":\"x\",\"title\":" + text + "}"), 400, "title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | text",
                "{} | html",
                "{\"text\":\"a\",\"html\":\"b\"} | text",
                "{\"text\":\"\"} | text",
                "{\"text\":\" \\n\\t \"} | text",
                "{\"html\":\"\"} | html",
                "{\"text\":\"Skip to content\\nLeave a comment\"} | text",
                "{\"html\":\"<nav>Home</nav>\"} | html",
                "{\"text\":5} | text",
                "{\"text\":[\"a\"]} | text",
                "{\"text\":{\"a\":1}} | text",
                "{\"text\":\"a\",\"txet\":\"b\"} | txet",
                "{\"text\":\"a\",\"publishedAt\":\"yesterday\"} | publishedAt",
                "{\"text\":\"a\",\"publishedAt\":1700000000} | publishedAt",
                "{\"text\":\"a\",\"url\":\"javascript:alert(1)\"} | url",
                "{\"text\":\"a\",\"url\":\"news.example/a\"} | url",
                "{\"text\":\"a\",\"language\":\"English\"} | language",
                "{\"text\":\"a\",\"text\":\"b\"} | text",
            })
    void wrongFields(String body, String field) {
        problem(Api.post("/articles", body), 400, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"a\"", "5", "{", "{\"text\":", "{\"text\":\"a\"}{}", "nonsense"})
    void noObject(String body) {
        Api.post("/articles", body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void anotherMediaType() {
        given().contentType("text/plain")
                .body("a")
                .post("/articles")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void tooLong() {
        problem(Api.post("/articles", Map.of("text", "\uD83D\uDE00".repeat(200_001))), 413, "text")
                .body("errors[0].reason", containsString("200000"));
        problem(Api.post("/articles", Map.of("html", "a".repeat(2_000_001))), 413, "html")
                .body("errors[0].reason", containsString("2000000"));
        problem(Api.post("/extractions", Map.of("text", "a".repeat(200_001))), 413, "text");
        problem(Api.post("/articles", Map.of("text", "a", "title", "t".repeat(501))), 400, "title");
        problem(Api.post("/articles", Map.of("text", "a", "source", "s".repeat(254))), 400, "source");
    }

    @Test
    void aPageWhoseArticleIsTooLong() {
        StringBuilder html = new StringBuilder("<article>");
        for (int i = 0; i < 3_000; i++) {
            html.append("<p>")
                    .append(i)
                    .append(" said on Monday that the government would not accept the terms of the proposal.</p>");
        }
        problem(Api.post("/articles", Map.of("html", html.toString())), 413, "html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"div", "b", "table", "ul><li", "a href='#'", "blockquote", "font size=1", "svg", "select"})
    void nestingBombs(String tag) {
        Map<String, String> bomb = new HashMap<>();
        bomb.put("html", ("<" + tag + ">").repeat(10_000));
        problem(Api.post("/articles", bomb), 400, "html");
        Api.post("/extractions", bomb).statusCode(200).body("paragraphs.size()", is(0));
    }

    @Test
    void nestedJson() {
        Api.post("/articles", "{\"text\":" + "[".repeat(5_000)).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=x",
                "state=DONE",
                "state=",
                "cursor=zzz",
                "nosuch=1",
                "limit=5&limit=6"
            })
    void wrongParameters(String query) {
        String name = query.substring(0, query.indexOf('='));
        problem(given().get("/articles?" + query).then(), 400, name);
    }

    @Test
    void wrongPaths() {
        given().get("/articles/17").then().statusCode(anyOf(is(400), is(404))).contentType("application/problem+json");
        given().get("/nothing").then().statusCode(404).contentType("application/problem+json");
        given().delete("/articles").then().statusCode(405).contentType("application/problem+json");
    }
}
