package io.demarche.analysis.worker;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was built, jar or native executable, does each thing that the service is for, with its own engine. */
@QuarkusIntegrationTest
@WithTestResource(EmbeddedDatabaseResource.class)
@WithTestResource(IngestServer.class)
class WorkerIT {

    private static final String TEXT =
            "The Kremlin rejected the ceasefire proposal on Monday. \\\"We will not talk under pressure,\\\" Dmitry Peskov said."
                    + " Germany supports the peace talks provided that Kyiv is at the table.";

    private final WireMockServer ingest = IngestServer.server();
    private final UUID articleId = UUID.randomUUID();

    @BeforeEach
    void awaitEngine() {
        ingest.resetAll();
        ingest.stubFor(post("/leases").willReturn(okJson("{\"leases\":[]}")));
        Awaitility.await("the engine")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> when().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void analysesStoresAnswersAndCompletes() {
        ingest.stubFor(post("/leases")
                .inScenario("once")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(okJson(
                        """
                        {"leases":[{"articleId":"%s","token":"%s","attempt":1,"expiresAt":"2124-05-01T09:00:00Z",
                         "contentHash":"hash","title":"A headline","source":"example.org",
                         "publishedAt":"2024-04-30T06:00:00Z","language":"en","text":"%s"}]}
                        """
                                .formatted(articleId, UUID.randomUUID(), TEXT)))
                .willSetStateTo("empty"));
        ingest.stubFor(
                post("/leases").inScenario("once").whenScenarioStateIs("empty").willReturn(okJson("{\"leases\":[]}")));
        ingest.stubFor(post("/leases/complete")
                .willReturn(okJson("{\"results\":[{\"articleId\":\"%s\",\"outcome\":\"OK\"}]}".formatted(articleId))));

        Awaitility.await("the word that it is done")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> ingest.verify(
                        1,
                        postRequestedFor(urlEqualTo("/leases/complete"))
                                .withRequestBody(matchingJsonPath("$.leases[0].engineVersion"))));
        when().get("/stances?articleId=" + articleId + "&limit=100")
                .then()
                .statusCode(200)
                .body("items", hasSize(greaterThan(1)))
                .body("items.source", everyItem(equalTo("example.org")))
                .body("items.polarity", hasItem("OPPOSE"));
        when().get("/articles/" + articleId + "/stances").then().statusCode(200).body("stances", not(hasSize(0)));
        given().accept("text/csv")
                .get("/stances?articleId=" + articleId)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString("OPPOSE"));
        given().accept("application/x-ndjson")
                .get("/stances?articleId=" + articleId)
                .then()
                .statusCode(200)
                .body(containsString("\"polarity\":\"OPPOSE\""));
        when().get("/stances/changes").then().statusCode(200);
        when().get("/status").then().statusCode(200).body("worker.analysed", greaterThan(0));
    }

    @Test
    void analysesATextWithNamesOfItsCaller() {
        analyse(Map.of("text", "Moscow welcomed the ceasefire plan."))
                .statusCode(200)
                .body("engine.model", not(startsWith("linear")))
                .body("stances", hasSize(greaterThan(0)));
        analyse(Map.of(
                        "text",
                        "Acme rejected the harbour deal.",
                        "mentions",
                        List.of(Map.of("id", "p", "start", 0, "end", 4), Map.of("id", "q", "start", 18, "end", 30)),
                        "catalog",
                        Map.of(
                                "actors",
                                List.of(Map.of("id", "acme", "names", List.of("Acme"), "kind", "group")),
                                "issues",
                                List.of(Map.of("id", "harbour", "terms", List.of("harbour deal"))))))
                .statusCode(200)
                .body("stances[0]", hasKey("evidence"));
        analyse(Map.of("text", "a", "texd", "b"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("texd"));
        analyse(Map.of()).statusCode(400).body("errors.field", hasItem("text"));
    }

    @Test
    void itTellsOfItself() {
        when().get("/engine").then().statusCode(200).body("model", not(startsWith("linear")));
        when().get("/q/health/live").then().statusCode(200);
        when().get("/q/health/started").then().statusCode(200);
        when().get("/q/metrics").then().statusCode(200).body(containsString("demarche_engine_ready"));
        when().get("/stances?nope=1").then().statusCode(400).body("errors.field", hasItem("nope"));
        when().get("/stances?polarity=nope").then().statusCode(400).contentType("application/problem+json");
        when().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        assertThat(given().queryParam("format", "json")
                        .get("/q/openapi")
                        .path("openapi")
                        .toString())
                .startsWith("3.1");
    }

    private static ValidatableResponse analyse(Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/analyses")
                .then();
    }
}
