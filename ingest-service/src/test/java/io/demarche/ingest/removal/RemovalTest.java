package io.demarche.ingest.removal;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.demarche.ingest.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RemovalTest.ThirtyDays.class)
@WithTestResource(EmbeddedDatabaseResource.class)
class RemovalTest {

    /** Rounds of housekeeping come when the test asks for them. */
    public static class ThirtyDays implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("demarche.retention.age", "30D", "demarche.retention.interval", "7D");
        }
    }

    @Inject
    Pool pool;

    @Inject
    TestClock clock;

    @Inject
    Housekeeping housekeeping;

    @BeforeEach
    void clear() {
        Api.clear(pool);
    }

    private static void isToBeTold(String... ids) {
        when().get("/removals").then().statusCode(200).body("articleIds", containsInAnyOrder(ids));
    }

    private static void confirm(String id) {
        Api.post("/removals/confirm", Map.of("articleIds", List.of(id))).statusCode(204);
    }

    private static void analyse(Map<String, Object> lease) {
        Api.post("/leases/complete", Map.of("leases", List.of(Api.report(lease, Map.of("engineVersion", "1")))))
                .statusCode(200)
                .body("results[0].outcome", equalTo("OK"));
    }

    @Test
    void aRemovedArticleIsGoneAndItsStancesAreToGo() {
        String id = Api.accept("Grenmark");
        String other = Api.accept("Ostania");

        when().delete("/articles/" + id).then().statusCode(204);

        when().get("/articles/" + id).then().statusCode(404);
        when().delete("/articles/" + id).then().statusCode(404);
        when().get("/articles").then().body("items.id", contains(other));
        isToBeTold(id);
        confirm(id);
        confirm(id);
        isToBeTold();
    }

    @Test
    void theSameTextMayComeBack() {
        String id = Api.accept("Grenmark");
        when().delete("/articles/" + id).then().statusCode(204);

        Api.accept("Grenmark");
    }

    @Test
    void whileSomebodyIsAtWorkItIsToldTwice() {
        String id = Api.accept("Grenmark");
        Map<String, Object> lease = Api.lease(1, 60).get(0);
        when().delete("/articles/" + id).then().statusCode(204);

        isToBeTold(id);
        confirm(id);
        isToBeTold();
        Api.post("/leases/complete", Map.of("leases", List.of(Api.report(lease, Map.of("engineVersion", "1")))))
                .body("results[0].outcome", equalTo("LOST"));
        clock.advance(Duration.ofMinutes(3));
        isToBeTold(id);
        confirm(id);
        clock.advance(Duration.ofMinutes(3));
        isToBeTold();
    }

    @Test
    void whatIsPastItsAgeGoesUnlessItWaits() {
        String waiting = Api.accept("Velonia");
        String done = Api.accept("Karsia");
        Api.lease(2, 60).stream()
                .filter(lease -> lease.get("articleId").equals(done))
                .forEach(RemovalTest::analyse);

        clock.advance(Duration.ofDays(29));
        housekeeping.round().await().indefinitely();
        when().get("/articles/" + done).then().statusCode(200);

        clock.advance(Duration.ofDays(2));
        housekeeping.round().await().indefinitely();
        when().get("/articles/" + done).then().statusCode(404);
        when().get("/articles/" + waiting).then().statusCode(200);
        isToBeTold(done);
    }

    @Test
    void nonsenseIsRefused() {
        when().get("/removals?limit=0").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        Api.post("/removals/confirm", Map.of()).statusCode(400).body("errors[0].field", equalTo("articleIds"));
        when().delete("/articles/" + UUID.randomUUID()).then().statusCode(404);
        when().get("/removals").then().body("articleIds", empty());
    }
}
