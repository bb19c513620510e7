package io.demarche.ingest.work;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.demarche.ingest.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class WorkResourceTest {

    @Inject
    Pool pool;

    @Inject
    TestClock clock;

    @BeforeEach
    void clear() {
        Api.clear(pool);
    }

    private static List<String> outcome(
            String what, Map<String, Object> lease, Map<String, Object> more, Map<String, Object> top) {
        Map<String, Object> body = new java.util.HashMap<>(top);
        body.put("leases", List.of(Api.report(lease, more)));
        return Api.post("/leases/" + what, body).statusCode(200).extract().path("results.outcome");
    }

    private static List<String> complete(Map<String, Object> lease) {
        return outcome("complete", lease, Map.of("engineVersion", "1"), Map.of());
    }

    private static List<String> extend(Map<String, Object> lease, int seconds) {
        return outcome("extend", lease, Map.of(), Map.of("seconds", seconds));
    }

    private static List<String> fail(Map<String, Object> lease, boolean retry) {
        return outcome("fail", lease, Map.of("reason", "out of luck", "retry", retry), Map.of());
    }

    @Test
    void aLeaseCarriesWhatAWorkerNeeds() {
        String id = Api.accept("Lilliput");

        Api.post("/leases", Map.of("worker", "w1", "max", 10, "seconds", 30))
                .statusCode(200)
                .body("leases.articleId", contains(id))
                .body("leases[0].attempt", equalTo(1))
                .body("leases[0].token", notNullValue())
                .body("leases[0].expiresAt", notNullValue())
                .body("leases[0].text", equalTo(Api.text("Lilliput")))
                .body("leases[0].title", nullValue())
                .body("leases[0].language", equalTo("en"));
        assertThat(Api.lease(10, 30)).isEmpty();
        given().get("/articles/" + id).then().body("state", equalTo("LEASED")).body("attempts", equalTo(1));
    }

    @Test
    void leasesTheOldestFirstAndNoMoreThanAskedFor() {
        String first = Api.accept("A");
        String second = Api.accept("B");
        String third = Api.accept("C");

        assertThat(Api.lease(2, 30)).extracting(lease -> lease.get("articleId")).containsExactly(first, second);
        assertThat(Api.lease(2, 30)).extracting(lease -> lease.get("articleId")).containsExactly(third);
    }

    @Test
    void completedWorkIsDoneOnceAndForAll() {
        String id = Api.accept("A");
        Map<String, Object> lease = Api.lease(1, 30).get(0);

        assertThat(complete(lease)).containsExactly("OK");
        assertThat(complete(lease))
                .as("the answer to the first may have been lost")
                .containsExactly("OK");
        given().get("/articles/" + id).then().body("state", equalTo("ANALYSED")).body("analysedAt", notNullValue());
        clock.advance(Duration.ofHours(1));
        assertThat(Api.lease(1, 30)).isEmpty();
        assertThat(fail(lease, true)).containsExactly("LOST");
    }

    @Test
    void aLeaseThatRanOutIsTakenByAnother() {
        Api.accept("A");
        Map<String, Object> dead = Api.lease(1, 30).get(0);
        clock.advance(Duration.ofSeconds(29));
        assertThat(Api.lease(1, 30)).isEmpty();
        clock.advance(Duration.ofSeconds(2));
        Map<String, Object> next = Api.lease(1, 30).get(0);

        assertThat(next.get("articleId")).isEqualTo(dead.get("articleId"));
        assertThat(next.get("token")).isNotEqualTo(dead.get("token"));
        assertThat(next.get("attempt")).isEqualTo(2);
        assertThat(complete(dead)).containsExactly("LOST");
        assertThat(extend(dead, 60)).containsExactly("LOST");
        assertThat(fail(dead, true)).containsExactly("LOST");
        assertThat(complete(next)).containsExactly("OK");
    }

    @Test
    void whoIsLateButAloneStillHoldsTheLease() {
        Api.accept("A");
        Map<String, Object> late = Api.lease(1, 30).get(0);
        clock.advance(Duration.ofMinutes(5));

        assertThat(complete(late)).containsExactly("OK");
    }

    @Test
    void anExtendedLeaseLasts() {
        Api.accept("A");
        Map<String, Object> lease = Api.lease(1, 30).get(0);
        clock.advance(Duration.ofSeconds(20));
        assertThat(extend(lease, 600)).containsExactly("OK");
        clock.advance(Duration.ofSeconds(500));

        assertThat(Api.lease(1, 30)).isEmpty();
        assertThat(complete(lease)).containsExactly("OK");
    }

    @Test
    void failedWorkIsTriedAgainAfterABackOffAndThenGivenUp() {
        String id = Api.accept("A");
        for (int attempt = 1; attempt <= 5; attempt++) {
            Map<String, Object> lease = Api.lease(1, 30).get(0);
            assertThat(lease.get("attempt")).isEqualTo(attempt);
            assertThat(fail(lease, true)).containsExactly("OK");
            clock.advance(Duration.ofMinutes(11));
        }

        assertThat(Api.lease(1, 30)).isEmpty();
        given().get("/articles/" + id)
                .then()
                .body("state", equalTo("FAILED"))
                .body("attempts", equalTo(5))
                .body("failure.reason", equalTo("out of luck (given up after 5 attempts)"))
                .body("failure.at", notNullValue());
    }

    @Test
    void hopelessWorkIsGivenUpAtOnce() {
        String id = Api.accept("A");
        assertThat(fail(Api.lease(1, 30).get(0), false)).containsExactly("OK");
        clock.advance(Duration.ofMinutes(11));

        assertThat(Api.lease(1, 30)).isEmpty();
        given().get("/articles/" + id)
                .then()
                .body("state", equalTo("FAILED"))
                .body("failure.reason", equalTo("out of luck"));
    }

    @Test
    void workThatIsHandedBackIsDueAtOnceAndDoesNotCount() {
        Api.accept("A");
        for (int time = 1; time <= 7; time++) {
            Map<String, Object> lease = Api.lease(1, 30).get(0);
            assertThat(outcome("release", lease, Map.of(), Map.of())).containsExactly("OK");
            assertThat(outcome("release", lease, Map.of(), Map.of())).containsExactly("LOST");
        }
        given().get("/backlog").then().body("due", is(1)).body("leased", is(0));
        assertThat(outcome("complete", Api.lease(1, 30).get(0), Map.of("engineVersion", "1"), Map.of()))
                .containsExactly("OK");
        assertThat(Api.lease(1, 30)).isEmpty();
    }

    @Test
    void workWhoseWorkersDieIsGivenUpWithoutASweeper() {
        String id = Api.accept("A");
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(Api.lease(1, 30)).hasSize(1);
            clock.advance(Duration.ofSeconds(31));
        }

        assertThat(Api.lease(1, 30)).isEmpty();
        given().get("/articles/" + id)
                .then()
                .body("state", equalTo("FAILED"))
                .body("failure.reason", equalTo("lease ran out 5 times"));
        given().get("/backlog")
                .then()
                .body("failed", is(1))
                .body("leased", is(0))
                .body("due", is(0));
    }

    @Test
    void whatIsGivenUpDoesNotHideWhatIsDue() {
        Api.accept("A");
        for (int attempt = 1; attempt <= 5; attempt++) {
            Api.lease(1, 30);
            clock.advance(Duration.ofSeconds(31));
        }
        String fresh = Api.accept("B");

        assertThat(Api.lease(1, 30)).extracting(lease -> lease.get("articleId")).containsExactly(fresh);
    }

    @Test
    void noArticleIsLeasedTwiceAtOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            Api.accept("Land " + i);
        }
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<Map<String, Object>>>> calls = IntStream.range(0, 16)
                    .mapToObj(i -> workers.submit(() -> Api.lease(5, 60)))
                    .toList();
            Set<Object> seen = new HashSet<>();
            int leases = 0;
            for (Future<List<Map<String, Object>>> call : calls) {
                for (Map<String, Object> lease : call.get()) {
                    leases++;
                    seen.add(lease.get("articleId"));
                }
            }
            assertThat(seen).hasSize(leases);
            leases += Api.lease(100, 60).size();
            assertThat(leases).isEqualTo(40);
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void reportsOnSeveralLeasesAreAnsweredInTheirOrder() {
        Api.accept("A");
        Api.accept("B");
        List<Map<String, Object>> leases = Api.lease(2, 30);
        Map<String, Object> stranger = Map.of(
                "articleId",
                "01890000-0000-7000-8000-000000000000",
                "token",
                leases.get(0).get("token"));
        Map<String, Object> version = Map.of("engineVersion", "1");

        Api.post(
                        "/leases/complete",
                        Map.of(
                                "leases",
                                List.of(
                                        Api.report(leases.get(1), version),
                                        Api.report(stranger, version),
                                        Api.report(leases.get(0), version))))
                .statusCode(200)
                .body("results.outcome", contains("OK", "LOST", "OK"))
                .body("results[0].articleId", equalTo(leases.get(1).get("articleId")));
    }

    @Test
    void theBacklogCounts() {
        for (String name : List.of("A", "B", "C", "D", "E")) {
            Api.accept(name);
        }
        List<Map<String, Object>> leases = Api.lease(4, 30);
        complete(leases.get(0));
        fail(leases.get(1), false);
        clock.advance(Duration.ofSeconds(40));

        given().get("/backlog")
                .then()
                .statusCode(200)
                .body("pending", is(1))
                .body("leased", is(2))
                .body("due", is(3))
                .body("failed", is(1))
                .body("analysed", is(1))
                .body("analysedLastMinute", is(1))
                .body("oldestPendingSeconds", greaterThanOrEqualTo(40));
        clock.advance(Duration.ofSeconds(30));
        given().get("/backlog").then().body("analysed", is(1)).body("analysedLastMinute", is(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | {\"max\":1,\"seconds\":30} | worker",
                " | {\"worker\":\"\",\"max\":1,\"seconds\":30} | worker",
                " | {\"worker\":\"w\",\"max\":0,\"seconds\":30} | max",
                " | {\"worker\":\"w\",\"max\":101,\"seconds\":30} | max",
                " | {\"worker\":\"w\",\"max\":1.5,\"seconds\":30} | max",
                " | {\"worker\":\"w\",\"max\":\"1\",\"seconds\":30} | max",
                " | {\"worker\":\"w\",\"max\":1,\"seconds\":4} | seconds",
                " | {\"worker\":\"w\",\"max\":1,\"seconds\":601} | seconds",
                " | {\"worker\":\"w\",\"max\":1,\"seconds\":30,\"more\":1} | more",
                "/extend | {\"leases\":[],\"seconds\":30} | leases",
                "/extend | {\"leases\":[null],\"seconds\":30} | leases[0]",
                "/extend | {\"leases\":[{\"articleId\":\"x\",\"token\":\"y\"}],\"seconds\":30} | leases[0].articleId",
                "/complete | {\"leases\":[{\"articleId\":\"01890000-0000-7000-8000-000000000000\"}]} | leases[0].token",
                "/complete | {} | leases",
                "/fail | {\"leases\":[{\"articleId\":\"01890000-0000-7000-8000-000000000000\",\"token\":\"01890000-0000-7000-8000-000000000000\",\"reason\":\"r\"}]} | leases[0].retry",
                "/extend | {\"seconds\":30,\"leases\":[{\"articleId\":\"01890000-0000-7000-8000-000000000000\",\"token\":\"01890000-0000-7000-8000-000000000000\"},{\"articleId\":\"01890000-0000-7000-8000-000000000000\",\"token\":\"01890000-0000-7000-8000-000000000001\"}]} | leases[1].articleId",
            })
    void wrongRequests(String path, String body, String field) {
        Api.post("/leases" + (path == null ? "" : path), body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }
}
