package io.demarche.gateway.extraction;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(FakeServices.class)
class ExtractionResourceTest {

    @FakeServices.Ingest
    WireMockServer ingest;

    @BeforeEach
    void forget() {
        ingest.resetAll();
    }

    @Test
    void takesTheArticleOut() {
        ingest.stubFor(post("/extractions").willReturn(Samples.json(200, Samples.EXTRACTION)));
        given().contentType("application/json")
                .body("{\"html\": \"<p>Hello\", \"url\": null}")
                .post("/api/v1/extractions")
                .then()
                .statusCode(200)
                .body("paragraphs", hasSize(2), "title", equalTo("Talks"), "dropped[0].text", equalTo("Share"))
                .body("image", equalTo("https://example.org/talks.jpg"), "paywalled", equalTo(true))
                .body("notes", contains("Behind a paywall."));
        ingest.verify(
                postRequestedFor(urlEqualTo("/extractions")).withRequestBody(equalToJson("{\"html\": \"<p>Hello\"}")));
    }

    @Test
    void refusesPagesOverTheLimit() {
        given().contentType("application/json")
                .body("{\"html\": \"" + "a".repeat(2_000_001) + "\"}")
                .post("/api/v1/extractions")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("html"), "errors[0].reason", containsString("2,000,000"));
    }

    @Test
    void passesA413On() {
        ingest.stubFor(post("/extractions")
                .willReturn(
                        Samples.problem(413, "html: too deep", "[{\"field\": \"html\", \"reason\": \"too deep\"}]")));
        given().contentType("application/json")
                .body("{\"html\": \"<p>\"}")
                .post("/api/v1/extractions")
                .then()
                .statusCode(413)
                .body("errors[0].reason", equalTo("too deep"), "instance", equalTo("/api/v1/extractions"));
    }
}
