package io.demarche.platform.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TracedRequestsTest {

    /** One for each way in which a problem comes about, before JAX-RS, in it and behind it. */
    static Stream<String> failing() {
        return Stream.of(
                "/nowhere",
                "/q/nowhere",
                "/trial/nowhere",
                "/trial/things/0190a5c8-7b1e-7000-8000-000000000000",
                "/trial/query?limit=x",
                "/trial/query?unknown=1",
                "/trial/query?text=" + "a".repeat(3000),
                "/trial/names/longer-than-five",
                "/trial/bare/409",
                "/trial/fails/thrown",
                "/trial/fails/error",
                "/trial/fails/later",
                "/trial/fails/wrapped",
                "/trial/fails/away",
                "/trial/broken-answer",
                "/trial/unwritable");
    }

    @ParameterizedTest
    @MethodSource("failing")
    void everyProblemSaysWhichTrace(String path) {
        Response response = given().urlEncodingEnabled(false)
                .header("traceparent", TraceTest.PARENT)
                .get(path);
        assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(response.header("X-Trace-Id")).isEqualTo(TraceTest.ID);
        assertThat(response.jsonPath().getString("traceId")).isEqualTo(TraceTest.ID);
    }

    @Test
    void theAnswersOfEachRequestHaveTheirOwn() {
        List<String> ids = Stream.generate(() -> given().get("/nowhere"))
                .limit(20)
                .map(response -> {
                    String id = response.jsonPath().getString("traceId");
                    assertThat(response.header("X-Trace-Id")).isEqualTo(id);
                    return id;
                })
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "00-x", "00-4bf92f3577b34da6a3ce929d0e0e473\"-00f067aa0ba902b7-01"})
    void garbageIsNeverEchoed(String header) {
        Response response = given().header("traceparent", header).get("/nowhere");
        assertThat(response.headers().toString()).doesNotContain(header);
        assertThat(response.asString()).doesNotContain(header);
        assertThat(response.header("X-Trace-Id")).matches("[0-9a-f]{32}");
    }

    @Test
    void aGoodAnswerHasItInAHeaderToo() {
        given().header("traceparent", TraceTest.PARENT)
                .get("/trial/query")
                .then()
                .statusCode(200)
                .header("X-Trace-Id", TraceTest.ID);
    }

    @Test
    void itIsPassedOn() {
        String heard = given().header("traceparent", TraceTest.PARENT)
                .get("/trial/passed-on")
                .then()
                .statusCode(200)
                .extract()
                .path("heard");
        assertThat(heard).matches("00-" + TraceTest.ID + "-[0-9a-f]{16}-01").doesNotContain("00f067aa0ba902b7");
    }
}
