package io.demarche.gateway.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service that takes its time, or sends byte by byte, is given up. */
@QuarkusTest
@WithTestResource(value = FakeServices.class, initArgs = @ResourceArg(name = "timeout", value = "1s"))
class SlowServicesTest {

    private static final int FOR_EVER = 60_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @FakeServices.Ingest
    WireMockServer ingest;

    @FakeServices.Analysis
    WireMockServer analysis;

    static List<Call> calls() {
        return Call.ALL;
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isGivenUpWhenItDoesNotBegin(Call call) {
        isGivenUp(call, Samples.json(200, "{}").withFixedDelay(FOR_EVER));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isGivenUpWhenItDoesNotEnd(Call call) {
        isGivenUp(call, Samples.json(200, "{\"a\": 1}").withChunkedDribbleDelay(4, FOR_EVER));
    }

    private void isGivenUp(Call call, ResponseDefinitionBuilder answer) {
        ingest.stubFor(any(anyUrl()).willReturn(answer));
        analysis.stubFor(any(anyUrl()).willReturn(answer));
        Instant begin = Instant.now();

        Response response = call.send();

        assertThat(response.statusCode()).isEqualTo(504);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("detail")).endsWith("service did not answer in time.");
        assertThat(response.jsonPath().getString("instance")).isEqualTo(call.path());
        assertThat(Duration.between(begin, Instant.now())).isLessThan(PATIENCE);
    }

    @Test
    void isDownInTheStatus() {
        ingest.stubFor(
                any(anyUrl()).willReturn(Samples.json(200, Samples.BACKLOG).withFixedDelay(FOR_EVER)));
        analysis.stubFor(
                any(anyUrl()).willReturn(Samples.json(200, Samples.STATUS).withFixedDelay(FOR_EVER)));
        given().get("/api/v1/status")
                .then()
                .statusCode(200)
                .body("status", is("DEGRADED"), "services.state", contains("UP", "DOWN", "DOWN"))
                .body("services[2].detail", containsString("in time"))
                .body("analysis", nullValue(), "backlog", nullValue());
    }
}
