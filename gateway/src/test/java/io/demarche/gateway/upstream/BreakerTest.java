package io.demarche.gateway.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that keeps failing is left in peace, the other one is not concerned, and it comes back by itself. */
@QuarkusTest
@TestProfile(BreakerTest.Touchy.class)
@WithTestResource(value = FakeServices.class, initArgs = @ResourceArg(name = "window", value = "4"))
class BreakerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PAGE = "{\"items\": [], \"next\": null}";

    public static class Touchy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Long enough to be seen open on a busy machine.
            return Map.of("demarche.ingest.breaker.delay", "8s");
        }
    }

    @FakeServices.Ingest
    WireMockServer ingest;

    @FakeServices.Analysis
    WireMockServer analysis;

    @Test
    void opensAndClosesAgain() {
        analysis.stubFor(any(anyUrl()).willReturn(Samples.json(200, PAGE)));

        ingest.stubFor(any(anyUrl()).willReturn(Samples.problem(404, "no", "[]")));
        for (int i = 0; i < 8; i++) {
            given().get("/api/v1/articles/" + Samples.ID).then().statusCode(404);
        }

        ingest.stubFor(any(anyUrl()).willReturn(Samples.problem(500, "no", "[]")));
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/v1/articles")
                .then()
                .statusCode(503)
                .header("Retry-After", "8")
                .body("detail", containsString("given a rest")));
        ingest.resetRequests();
        given().get("/api/v1/articles").then().statusCode(503);
        assertThat(ingest.getAllServeEvents()).isEmpty();
        given().get("/api/v1/stances").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .body(containsString("demarche_upstream_breaker{service=\"ingest\"} 2.0"))
                .body(containsString("demarche_upstream_breaker{service=\"analysis\"} 0.0"));

        ingest.stubFor(any(anyUrl()).willReturn(Samples.json(200, PAGE)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/v1/articles").then().statusCode(200));
    }
}
