package io.demarche.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

    private static RequestSpecification raw() {
        return given().urlEncodingEnabled(false);
    }

    private static JsonPath problem(Response response, int status) {
        String body = response.asString();
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(response.contentType()).as(body).startsWith("application/problem+json");
        assertThat(body).doesNotContain("secret", "Exception", "java.", "com.fasterxml", "io.");
        JsonPath json = response.jsonPath();
        assertThat(json.getInt("status")).isEqualTo(status);
        assertThat(json.getString("type")).startsWith("/problems/");
        assertThat(json.getString("title")).isNotBlank();
        assertThat(json.getString("detail")).isNotBlank();
        return json;
    }

    private static void onlyError(Response response, String field, String reason) {
        JsonPath json = problem(response, 400);
        List<Map<String, String>> errors = json.getList("errors");
        assertThat(errors).containsExactly(Map.of("field", field, "reason", reason));
        assertThat(json.getString("detail")).isEqualTo(field + ": " + reason);
    }

    private static Response post(String json) {
        return given().contentType("application/json")
                .body(json.getBytes(StandardCharsets.UTF_8))
                .post("/trial/body");
    }

    @Test
    void aSoundRequestIsAnswered() {
        Response response = post(
                "{\"text\":\"é😀\",\"count\":3,\"weight\":1,\"colour\":\"RED\",\"at\":\"2026-01-31T12:00:00+02:00\"}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getString("heard")).isEqualTo("é😀");
    }

    @Test
    void unknownPath() {
        JsonPath json = problem(given().get("/nowhere/to/be?x=1"), 404);
        assertThat(json.getString("type")).isEqualTo("/problems/not-found");
        assertThat(json.getString("instance")).isEqualTo("/nowhere/to/be");
        assertThat(json.getMap("")).doesNotContainKeys("errors", "errorId");
        problem(given().get("/q/nowhere"), 404);
        problem(given().get("/trial/nowhere"), 404);
        problem(given().accept("text/html").get("/nowhere"), 404);
    }

    @Test
    void headOfAnUnknownPathHasNoBody() {
        Response response = given().head("/nowhere");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.asString()).isEmpty();
    }

    @Test
    void thingThatIsNotThere() {
        JsonPath json = problem(given().get("/trial/things/0190a5c8-7b1e-7000-8000-000000000000"), 404);
        assertThat(json.getString("detail")).isEqualTo("There is no thing 0190a5c8-7b1e-7000-8000-000000000000.");
        problem(given().get("/trial/things/not-a-uuid"), 404);
    }

    @Test
    void method() {
        problem(given().delete("/trial/body"), 405);
        problem(given().get("/trial/body"), 405);
        given().delete("/trial/body").then().header("Allow", "OPTIONS, POST");
        given().delete("/trial/names/x").then().header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void mediaTypes() {
        problem(given().accept("image/png").get("/trial/query"), 406);
        problem(given().contentType("text/plain").body("x").post("/trial/body"), 415);
        problem(
                given().contentType("nonsense")
                        .body("x".getBytes(StandardCharsets.UTF_8))
                        .post("/trial/body"),
                415);
        problem(given().contentType(ContentType.XML).body("<x/>").post("/trial/body"), 415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": nope}          | body | is not valid JSON at line 1, column 10",
                "{\"text\": \"x\"          | body | is not valid JSON: it ends too early at line 1, column 13",
                "{\"text\": \"x\",}        | body | is not valid JSON at line 1, column 14",
                "{\"text\": \"x\"} {}      | body | holds more than one JSON value",
                "{\"text\": \"x\"}]        | body | is not valid JSON at line 1, column 14",
                "null                      | body | must not be null",
                "[]                        | body | must be an object",
                "7                         | body | must be an object",
                "\"x\"                     | body | must be an object",
                "{\"nope\": 1}             | nope | is an unknown field",
                "{\"points\":[{\"start\":1,\"end\":2},{\"start\":1,\"end\":2,\"begin\":1}]} | points[1].begin | is an unknown field",
                "{\"text\":\"a\",\"text\":\"b\"} | text | is there twice at line 1, column 19",
                "{\"points\":[{\"end\":1,\"end\":2}]} | points[0].end | is there twice at line 1, column 26",
                "{\"text\": 1}             | text | must be a text",
                "{\"text\": true}          | text | must be a text",
                "{\"text\": 1.5}           | text | must be a text",
                "{\"text\": {}}            | text | must be a text",
                "{\"text\": [\"x\"]}       | text | must be a text",
                "{\"text\": \"a\\u0000b\"} | text | holds the character U+0000",
                "{\"text\": \"a\\ud800b\"} | text | holds half of a surrogate pair",
                "{\"count\": \"1\"}        | count | must be a whole number from -2147483648 to 2147483647",
                "{\"count\": \"\"}         | count | must be a whole number from -2147483648 to 2147483647",
                "{\"count\": 1.0}          | count | must be a whole number from -2147483648 to 2147483647",
                "{\"count\": true}         | count | must be a whole number from -2147483648 to 2147483647",
                "{\"count\": 3000000000}   | count | must be a whole number from -2147483648 to 2147483647",
                "{\"many\": 99999999999999999999} | many | must be a whole number",
                "{\"weight\": \"1\"}       | weight | must be a number",
                "{\"weight\": NaN}         | body | is not valid JSON at line 1, column 15",
                "{\"flag\": \"true\"}      | flag | must be true or false",
                "{\"flag\": 1}             | flag | must be true or false",
                "{\"colour\": \"BLUE\"}    | colour | 'must be one of RED, GREEN'",
                "{\"colour\": \"\"}        | colour | 'must be one of RED, GREEN'",
                "{\"colour\": 0}           | colour | 'must be one of RED, GREEN'",
                "{\"at\": \"yesterday\"}   | at | must be an RFC 3339 time such as 2026-01-31T12:00:00Z",
                "{\"at\": 1700000000}      | at | must be an RFC 3339 time such as 2026-01-31T12:00:00Z",
                "{\"at\": \"+99999-01-01T00:00:00Z\"} | at | must be an RFC 3339 time such as 2026-01-31T12:00:00Z",
                "{\"at\": \"2026-02-30T12:00:00Z\"} | at | must be an RFC 3339 time such as 2026-01-31T12:00:00Z",
                "{\"id\": \"1-1-1-1-1\"}   | id | must be a UUID",
                "{\"points\": {}}          | points | must be a list",
                "{\"points\": [1]}         | points[0] | must be an object",
                "{\"points\":[{\"start\":1}]} | points[0].end | must be a whole number from -2147483648 to 2147483647",
                "{\"points\":[{\"start\":null,\"end\":1}]} | points[0].start | must be a whole number from -2147483648 to 2147483647",
                "{\"points\":[{\"start\":-1,\"end\":1}]} | points[0].start | must be greater than or equal to 0",
                "{\"points\":[{\"start\":1,\"end\":1,\"label\":\"long\"}]} | points[0].label | size must be between 0 and 3",
                "{\"numbers\":{\"a\":\"x\"}} | numbers.a | must be a whole number from -2147483648 to 2147483647",
                "{\"guarded\":{\"name\":\"bad\"}} | guarded.name | must not be bad",
                "{\"guarded\":{\"name\":\"worse\"}} | guarded | is not valid",
            })
    void body(String json, String field, String reason) {
        onlyError(post(json), field, reason);
    }

    @Test
    void severalBrokenConstraintsAreAllNamed() {
        JsonPath json = problem(
                post("{\"points\":[{\"start\":-1,\"end\":1},{\"start\":-2,\"end\":1,\"label\":\"long\"}]}"), 400);
        assertThat(json.getList("errors.field", String.class))
                .containsExactly("points[0].start", "points[1].label", "points[1].start");
        assertThat(json.getString("detail")).endsWith("(and 2 more)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/trial/body", "/trial/reactive"})
    void missingBody(String path) {
        onlyError(given().contentType("application/json").post(path), "body", "is missing");
        onlyError(given().contentType("application/json").body("null").post(path), "body", "must not be null");
        problem(given().contentType("application/json").body(" ").post(path), 400);
    }

    @Test
    void brokenUtf8() {
        byte[][] broken = {
            {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xc3, '"', '}'},
            {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'},
            {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'},
            {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xff, '"', '}'},
        };
        for (byte[] body : broken) {
            onlyError(
                    given().contentType("application/json").body(body).post("/trial/body"),
                    "body",
                    "is not UTF-8: byte 9 is broken");
        }
        byte[] wide = "{\"text\":\"x\"}".getBytes(StandardCharsets.UTF_16BE);
        onlyError(
                given().contentType("application/json").body(wide).post("/trial/body"),
                "body",
                "is not UTF-8: byte 0 is zero");
    }

    @Test
    void bombs() {
        onlyError(post("[".repeat(10_000)), "body", "must be an object");
        onlyError(post("{\"text\":" + "[".repeat(10_000)), "body", "is nested too deeply");
        onlyError(post("{\"nested\":" + "{\"child\":".repeat(1_500)), "body", "is nested too deeply");
        onlyError(
                post("{\"count\":" + "9".repeat(5_000) + "}"),
                "body",
                "holds a name, a number or a text that is too long");
    }

    @Test
    void tooLargeBody() {
        JsonPath json = problem(post("{\"text\":\"" + "x".repeat(30_000) + "\"}"), 413);
        assertThat(json.getList("errors.reason", String.class)).containsExactly("is larger than 20000 bytes");
        assertThat(json.getString("detail")).isEqualTo("body: is larger than 20000 bytes");
        assertThat(post("{\"text\":\"after it\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void tooLongUriAndHeaders() {
        problem(given().get("/trial/query?text=" + "x".repeat(3_000)), 414);
        problem(given().header("X-Long", "x".repeat(5_000)).get("/trial/query"), 431);
    }

    @ParameterizedTest
    @CsvSource({
        "nope=1, nope, unknown query parameter",
        "limit=ten, limit, must be a whole number from -2147483648 to 2147483647",
        "limit=, limit, must be a whole number from -2147483648 to 2147483647",
        "limit=1.5, limit, must be a whole number from -2147483648 to 2147483647",
        "limit=1&limit=2, limit, is given more than once",
        "limit=501, limit, must be less than or equal to 500",
        "since=2026-01-01T00:00:00Z, since, unknown query parameter",
        "from=2026-01-01, from, must be an RFC 3339 time such as 2026-01-31T12:00:00Z",
        "colour=RED&colour=BLUE, colour, 'must be one of RED, GREEN'",
        "colour=red, colour, 'must be one of RED, GREEN'",
        "id=x, id, must be a UUID",
        "weight=NaN, weight, must be a number",
        "weight=%D9%A3, weight, must be a number",
        "limit=%D9%A3, limit, must be a whole number from -2147483648 to 2147483647",
        "flag=yes, flag, must be true or false",
        "text=a%00b, text, holds the character U+0000",
    })
    void query(String query, String field, String reason) {
        onlyError(raw().get("/trial/query?" + query), field, reason);
    }

    @Test
    void severalQueryParameters() {
        JsonPath json = problem(raw().get("/trial/query?zzz=1&limit=x"), 400);
        assertThat(json.getList("errors.field", String.class)).containsExactly("limit", "zzz");
    }

    @Test
    void soundQuery() {
        Response response = raw().get(
                        "/trial/query?limit=7&from=2026-01-01T02:00:00%2B02:00&colour=RED&colour=GREEN&weight=0.5&flag=true&text=%C3%A9");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.jsonPath().getString("heard")).isEqualTo("7 2026-01-01T00:00:00Z [RED, GREEN] é");
    }

    @Test
    void pathWithNul() {
        onlyError(raw().get("/trial/names/a%00b"), "name", "holds the character U+0000");
    }

    @Test
    void pathParameter() {
        onlyError(given().get("/trial/names/too-long"), "name", "size must be between 0 and 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trial/fails/thrown",
                "/trial/fails/error",
                "/trial/fails/later",
                "/trial/broken-answer",
                "/trial/unwritable"
            })
    void unforeseenFailures(String path) {
        try (LogCatcher log = new LogCatcher()) {
            JsonPath json = problem(given().get(path), 500);
            String id = json.getString("errorId");
            assertThat(id).hasSize(36);
            assertThat(log.lines()).singleElement().asString().contains(id).contains(path);
        }
    }

    @Test
    void foreseenFailures() {
        try (LogCatcher log = new LogCatcher()) {
            Response response = given().get("/trial/fails/away");
            JsonPath json = problem(response, 503);
            assertThat(response.header("Retry-After")).isEqualTo("7");
            assertThat(json.getString("detail")).isEqualTo("Come back later.");
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains(json.getString("errorId"))
                    .contains("secret words");
        }
        problem(given().get("/trial/fails/behind"), 502);
        problem(given().get("/trial/fails/slow"), 504);
        problem(given().get("/trial/fails/large"), 413);
        assertThat(problem(given().get("/trial/fails/wrapped"), 409).getString("detail"))
                .isEqualTo("It is so.");
    }

    @Test
    void callersFaultsAreNotLogged() {
        try (LogCatcher log = new LogCatcher()) {
            post("{");
            given().get("/nowhere");
            given().get("/trial/query?nope=1");
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void bareStatuses() {
        problem(given().get("/trial/bare/409"), 409);
        problem(given().get("/trial/bare/404"), 404);
        assertThat(given().get("/trial/bare/204").asString()).isEmpty();
    }

    @Test
    void healthAndOpenApiStayAsTheyAre() {
        assertThat(given().get("/q/health").statusCode()).isEqualTo(200);
        assertThat(given().get("/q/openapi").statusCode()).isEqualTo(200);
    }
}
