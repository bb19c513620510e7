package io.demarche.ingest.batch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.demarche.ingest.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While too much waits, nothing more is taken, everybody is told to come back, and what was taken is kept. */
@QuarkusTest
@TestProfile(BacklogTest.Short.class)
@WithTestResource(EmbeddedDatabaseResource.class)
class BacklogTest {

    private static final int BOUND = 5;

    public static class Short implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "demarche.work.max-backlog", Integer.toString(BOUND),
                    "demarche.work.backlog-retry-after", "7S",
                    "demarche.batch.lines", "3");
        }
    }

    @TestHTTPResource
    URI server;

    @Inject
    Pool pool;

    @Inject
    TestClock clock;

    @BeforeEach
    void clear() {
        Api.clear(pool);
        later();
    }

    /** What was counted is old. */
    private void later() {
        clock.advance(Duration.ofSeconds(2));
    }

    private static String line(String name) {
        return RawBatch.article(Map.of("text", Api.text(name)));
    }

    @Test
    void singleArticlesAreTurnedAwayUntilThereIsRoom() {
        for (int i = 0; i < BOUND; i++) {
            Api.accept("Number " + i);
            later();
        }
        Api.post("/articles", Map.of("text", Api.text("One too many")))
                .statusCode(503)
                .header("Retry-After", "7")
                .body("detail", containsString("wait"));
        given().contentType("application/x-ndjson")
                .body(line("One too many").getBytes(StandardCharsets.UTF_8))
                .post("/articles/batch")
                .then()
                .statusCode(503)
                .header("Retry-After", "7")
                .contentType("application/problem+json");

        assertThat(Api.lease(1, 60)).hasSize(1);
        later();
        Api.accept("One for which there is room");
    }

    @Test
    void aBatchIsTakenUpToTheBoundAndTheRestIsToldToComeBack() throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        try (RawBatch batch = new RawBatch(server)) {
            batch.head();
            for (int part = 0; part < 4; part++) {
                later();
                batch.send(line("a" + part) + line("b" + part) + line("c" + part));
                for (int i = 0; i < 3; i++) {
                    answers.add(batch.next());
                }
            }
            batch.end();
            assertThat(batch.next().isMissingNode()).isTrue();
        }
        assertThat(answers)
                .extracting(answer -> answer.path("line").intValue())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        // Counted before each part: the one that passes the bound is still whole.
        assertThat(answers.subList(0, 6)).allMatch(answer -> answer.path("id").isTextual());
        assertThat(answers.subList(6, 12)).allSatisfy(answer -> {
            assertThat(answer.at("/problem/status").intValue()).isEqualTo(503);
            assertThat(answer.path("retryAfter").intValue()).isEqualTo(7);
        });
        given().get("/backlog").then().body("pending", is(6));

        assertThat(Api.lease(6, 60)).hasSize(6);
        later();
        try (RawBatch batch = new RawBatch(server)) {
            batch.send(line("a2") + line("b2") + line("c2"));
            batch.end();
            batch.head();
            for (int i = 0; i < 3; i++) {
                assertThat(batch.next().path("duplicate").booleanValue()).isFalse();
            }
        }
    }
}
