package io.demarche.gateway.load;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LoadShedderTest.OneAtATime.class)
@WithTestResource(FakeServices.class)
class LoadShedderTest {

    public static class OneAtATime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "demarche.load.reads.least", "1",
                    "demarche.load.reads.first", "1",
                    "demarche.load.analyses.first", "1",
                    "demarche.load.reads.most", "1",
                    "demarche.load.analyses.least", "1",
                    "demarche.load.analyses.most", "1");
        }
    }

    @FakeServices.Ingest
    WireMockServer ingest;

    @FakeServices.Analysis
    WireMockServer analysis;

    @Inject
    LoadShedder shedder;

    @Test
    void turnsAwayWhatIsTooMuchAndKeepsTheRest() {
        ingest.stubFor(any(anyUrl())
                .willReturn(Samples.json(200, "{\"items\": [], \"next\": null}").withFixedDelay(2_000)));
        analysis.stubFor(any(anyUrl()).willReturn(Samples.json(200, Samples.ANALYSIS)));
        CompletableFuture<Integer> admitted = CompletableFuture.supplyAsync(
                () -> given().get("/api/v1/articles").statusCode());
        await().until(() -> !ingest.getAllServeEvents().isEmpty() || underWay() == 1);

        given().get("/api/v1/articles")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[123]"))
                .body("type", equalTo("/problems/unavailable"), "instance", equalTo("/api/v1/articles"));
        // Other classes have their own room, and some things are always let in.
        given().contentType("application/json")
                .body("{\"text\": \"a\"}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/").then().statusCode(200);
        given().get("/openapi").then().statusCode(200);

        assertThat(admitted.join()).isEqualTo(200);
        await().until(() -> underWay() == 0);
        assertThat(ingest.getAllServeEvents()).hasSize(1);
        given().get("/api/v1/articles").then().statusCode(200);
    }

    private int underWay() {
        return shedder.standing().stream()
                .filter(standing -> standing.work().equals("reads"))
                .findFirst()
                .orElseThrow()
                .underWay();
    }
}
