package io.demarche.gateway.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.demarche.gateway.testing.ShownTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a service does, the caller gets a problem that fits, and never a 500. */
@QuarkusTest
@WithTestResource(FakeServices.class)
class FailingServicesTest {

    @FakeServices.Ingest
    WireMockServer ingest;

    @FakeServices.Analysis
    WireMockServer analysis;

    @BeforeEach
    void forget() {
        ingest.resetAll();
        analysis.resetAll();
    }

    static final Map<String, ResponseDefinitionBuilder> FAULTS = Map.ofEntries(
            Map.entry("503 reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
            Map.entry("503 hangs up", aResponse().withFault(Fault.EMPTY_RESPONSE)),
            Map.entry("503 busy", Samples.problem(503, "secret", "[]").withHeader("Retry-After", "7")),
            Map.entry("503 too many", aResponse().withStatus(429)),
            Map.entry("502 failed", Samples.problem(500, "secret", "[]")),
            Map.entry("502 garbage", Samples.json(200, "<<<")),
            Map.entry("502 broken utf-8", Samples.json(200, "").withBody(new byte[] {'{', '"', (byte) 0xC3, '"', '}'})),
            Map.entry("502 other json", Samples.json(200, "[1, 2]")),
            Map.entry("502 json null", Samples.json(200, "null")),
            Map.entry(
                    "502 page",
                    aResponse().withHeader("Content-Type", "text/html").withBody("<p>secret")),
            Map.entry("502 nothing", aResponse().withStatus(200)),
            Map.entry("502 no content", aResponse().withStatus(204)),
            Map.entry("502 moved", aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/")),
            Map.entry("502 refuses the token", Samples.problem(401, "secret", "[]")),
            Map.entry("502 no problem", aResponse().withStatus(400).withBody("secret")),
            Map.entry("502 broken problem", Samples.problem(400, "\" secret", "[]")),
            Map.entry("504 timed out itself", Samples.problem(504, "secret", "[]")));

    static Stream<Arguments> callsAndFaults() {
        return FAULTS.keySet().stream().sorted().flatMap(fault -> Call.ALL.stream()
                // No content is what a removal is answered with.
                .filter(call -> !call.method().equals("DELETE") || !fault.endsWith("no content"))
                .map(call -> Arguments.of(call, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("callsAndFaults")
    void becomesAProblem(Call call, String fault) {
        ingest.stubFor(any(anyUrl()).willReturn(FAULTS.get(fault)));
        analysis.stubFor(any(anyUrl()).willReturn(FAULTS.get(fault)));
        int status = Integer.parseInt(fault.substring(0, 3));

        Response response = call.send();

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("instance")).isEqualTo(call.path());
        assertThat(response.jsonPath().getString("errorId")).isNotBlank().isNotEqualTo("internal-id");
        assertThat(response.jsonPath().getString("detail")).contains("service");
        assertThat(response.asString()).doesNotContain("secret", "Exception", "127.0.0.1");
        if (status == 503) {
            assertThat(response.header("Retry-After")).isEqualTo(fault.endsWith("busy") ? "7" : "2");
        }
    }

    @Test
    void readsAreTriedAgain() {
        analysis.stubFor(any(anyUrl())
                .inScenario("recovery")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("recovered"));
        analysis.stubFor(any(anyUrl())
                .inScenario("recovery")
                .whenScenarioStateIs("recovered")
                .willReturn(Samples.json(200, "{\"items\": [], \"next\": null}")));
        String id =
                given().get("/api/v1/stances").then().statusCode(200).extract().header("X-Trace-Id");
        assertThat(analysis.getAllServeEvents()).hasSize(2).allSatisfy(call -> assertThat(
                        call.getRequest().getHeader("traceparent"))
                .startsWith("00-" + id + "-"));
    }

    @Test
    void nothingElseIsTriedAgain() {
        ingest.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        new Call("POST", "/api/v1/articles", "{\"text\": \"a\"}").send().then().statusCode(503);
        assertThat(ingest.getAllServeEvents()).hasSize(1);
    }

    @Test
    void aPageThatFailsIsNotTheServicesFault() {
        ingest.stubFor(any(anyUrl())
                .willReturn(Samples.problem(
                        502, "secret", "[{\"field\": \"url\", \"reason\": \"The page answers 503.\"}]")));
        // Twice as many as would open the breaker.
        for (int i = 0; i < 40; i++) {
            new Call("POST", "/api/v1/articles", "{\"url\": \"https://example.org/a\"}")
                    .send()
                    .then()
                    .statusCode(502)
                    .body("errors[0].field", equalTo("url"), "errors[0].reason", equalTo("The page answers 503."));
        }
        assertThat(ingest.getAllServeEvents()).hasSize(40);
    }

    @Test
    void anArticleIsTakenAway() {
        ingest.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        new Call("DELETE", "/api/v1/articles/" + Samples.ID, null).send().then().statusCode(204);
        assertThat(ingest.getAllServeEvents().get(0).getRequest().getUrl()).isEqualTo("/articles/" + Samples.ID);
    }

    @Test
    void theServiceTokenIsShown() {
        ingest.stubFor(any(anyUrl()).willReturn(Samples.json(200, "{\"items\": [], \"next\": null}")));
        given().header("Authorization", "Bearer the-callers-own")
                .get("/api/v1/articles")
                .then()
                .statusCode(200);
        assertThat(ShownTokens.audience(
                        ingest.getAllServeEvents().get(0).getRequest().getHeader("Authorization")))
                .isEqualTo("ingest");

        analysis.stubFor(any(anyUrl()).willReturn(Samples.json(200, "{\"items\": [], \"next\": null}")));
        given().get("/api/v1/stances").then().statusCode(200);
        assertThat(ShownTokens.audience(
                        analysis.getAllServeEvents().get(0).getRequest().getHeader("Authorization")))
                .isEqualTo("analysis");
    }
}
