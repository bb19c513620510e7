package io.demarche.gateway.status;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(FakeServices.class)
class StatusResourceTest {

    @FakeServices.Ingest
    WireMockServer ingest;

    @FakeServices.Analysis
    WireMockServer analysis;

    @BeforeEach
    void forget() {
        ingest.resetAll();
        analysis.resetAll();
        ingest.stubFor(get("/backlog").willReturn(Samples.json(200, Samples.BACKLOG)));
        analysis.stubFor(get("/status").willReturn(Samples.json(200, Samples.STATUS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/api/v1/status"})
    void showsTheWholeInstallation(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .body("status", is("UP"), "version", notNullValue())
                .body("services.name", contains("gateway", "ingest", "analysis"))
                .body("services.state", contains("UP", "UP", "UP"))
                .body("backlog.pending", is(3), "backlog.analysedLastMinute", is(7))
                .body(
                        "analysis.engine.version",
                        is("0.1.0"),
                        "analysis.worker.inFlight",
                        is(1),
                        "analysis.stances",
                        is(120));
    }

    @Test
    void isAnAnswerEvenWhileAServiceFails() {
        ingest.stubFor(get("/backlog").willReturn(Samples.problem(500, "secret", "[]")));
        given().get("/api/v1/status")
                .then()
                .statusCode(200)
                .body("status", is("DEGRADED"), "services.state", contains("UP", "DOWN", "UP"))
                .body("services[1].detail", is("The ingest service failed."), "backlog", nullValue());
    }
}
