package io.demarche.ingest.storage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.demarche.ingest.Api;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is accepted that cannot be kept, and everybody is told to come back. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.Away.class)
class DatabaseAwayTest {

    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    // Port 1 is nobody's.
                    "demarche.database.url", "postgresql://127.0.0.1:1/demarche",
                    "quarkus.flyway.migrate-at-start", "false");
        }
    }

    private static void isAway(ValidatableResponse response) {
        response.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("2"))
                .body("status", equalTo(503))
                .body(not(containsString("Exception")));
    }

    @Test
    void everythingThatNeedsTheDatabaseSaysSo() {
        isAway(Api.post("/articles", Map.of("text", Api.text("Nowhere"))));
        isAway(given().get("/articles").then());
        isAway(given().get("/articles/01890000-0000-7000-8000-000000000000").then());
        isAway(Api.post("/leases", Map.of("worker", "w", "max", 1, "seconds", 30)));
        isAway(given().get("/backlog").then());
    }

    @Test
    void whatNeedsNoneGoesOn() {
        Api.post("/extractions", Map.of("text", Api.text("Nowhere"))).statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503);
    }
}
