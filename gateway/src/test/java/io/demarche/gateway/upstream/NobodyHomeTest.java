package io.demarche.gateway.upstream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the services should be, nobody listens. */
@QuarkusTest
@TestProfile(NobodyHomeTest.Nobody.class)
class NobodyHomeTest {

    public static class Nobody implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("demarche.ingest.url", "http://127.0.0.1:1", "demarche.analysis.url", "http://127.0.0.1:1");
        }
    }

    static List<Call> calls() {
        return Call.ALL;
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isAProblemToTryAgainLater(Call call) {
        Response response = call.send();
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.header("Retry-After")).isEqualTo("2");
        assertThat(response.jsonPath().getString("detail")).endsWith("service cannot be reached.");
    }

    @Test
    void isAProblemForAStreamToo() {
        given().contentType("application/x-ndjson")
                .body("{}\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/articles/batch")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json");
    }

    @Test
    void isToldByTheStatus() {
        given().get("/api/v1/status").then().statusCode(200).body("services.state", contains("UP", "DOWN", "DOWN"));
    }

    @Test
    void doesNotMakeTheGatewayUnready() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", contains("Graceful Shutdown"));
        given().get("/q/health/live").then().statusCode(200).body("checks", empty());
        given().get("/q/health/started").then().statusCode(200);
    }
}
