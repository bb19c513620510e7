package io.demarche.gateway.analysis;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeServices.class)
class AnalysisResourceTest {

    @FakeServices.Ingest
    WireMockServer ingest;

    @FakeServices.Analysis
    WireMockServer analysis;

    @BeforeEach
    void forget() {
        ingest.resetAll();
        analysis.resetAll();
        analysis.stubFor(post("/analyses").willReturn(Samples.json(200, Samples.ANALYSIS)));
    }

    @Test
    void analysesAText() {
        String request =
                """
                {"text": "🌾 Moscow welcomed the plan.", "speaker": "Dmitry Peskov", "onlyCatalog": true,
                 "language": "en-GB",
                 "mentions": [{"id": "p", "start": 2, "end": 8}],
                 "catalog": {"actors": [{"id": "e0", "names": ["Moscow"]}], "issues": []}}""";
        given().contentType("application/json")
                .body(request)
                .post("/api/v1/analyses")
                .then()
                .statusCode(200)
                .body("engine", aMapWithSize(2), "text", equalTo(Samples.TEXT), "notes", contains("A note."))
                .body("stances[0].holder.kind", equalTo("actor"), "stances[0].target.kind", equalTo("issue"))
                .body("stances[0].holder.memberOf[0]", equalTo("russia"))
                .body("stances[0].score", equalTo(0.65f), "stances[0].polarity", equalTo("SUPPORT"))
                .body("stances[0]", org.hamcrest.Matchers.hasKey("act"), "stances[0].act", nullValue())
                .body("stances[0].evidence", org.hamcrest.Matchers.hasKey("condition"))
                .body("stances[0].attribution.kind", equalTo("AUTHOR"))
                .body("stances[0].attribution.medium", equalTo("Reuters"));
        analysis.verify(postRequestedFor(urlEqualTo("/analyses")).withRequestBody(equalToJson(request)));
        assertThat(ingest.getAllServeEvents()).isEmpty();
    }

    @Test
    void analysesTheArticleOfAPage() {
        ingest.stubFor(post("/extractions").willReturn(Samples.json(200, Samples.EXTRACTION)));
        given().contentType("application/json")
                .body("{\"html\": \"<p>Hello\", \"speaker\": \"Dmitry Peskov\"}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(200)
                .body("notes", contains("Behind a paywall.", "A note."));
        ingest.verify(
                postRequestedFor(urlEqualTo("/extractions")).withRequestBody(equalToJson("{\"html\": \"<p>Hello\"}")));
        analysis.verify(
                postRequestedFor(urlEqualTo("/analyses"))
                        .withRequestBody(
                                equalToJson(
                                        """
                                {"text": "🌾 Moscow welcomed the plan.\\n\\nKyiv rejected it.", "title": "Talks",
                                 "publishedAt": "2026-01-31T00:00:00Z", "speaker": "Dmitry Peskov",
                                 "language": "en"}""")));
    }

    @Test
    void whatTheRequestSaysGoesBeforeWhatThePageSays() {
        ingest.stubFor(post("/extractions").willReturn(Samples.json(200, Samples.EXTRACTION)));
        given().contentType("application/json")
                .body(
                        "{\"html\": \"<p>Hello\", \"title\": \"Own\", \"publishedAt\": \"2020-01-01T00:00:00Z\", \"language\": \"pt\"}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(200);
        analysis.verify(postRequestedFor(urlEqualTo("/analyses"))
                .withRequestBody(equalToJson(
                        "{\"title\": \"Own\", \"publishedAt\": \"2020-01-01T00:00:00Z\", \"language\": \"pt\"}",
                        true,
                        true)));
    }

    @Test
    void saysWhenAPageHasNoArticleOrTooLongAnArticle() {
        ingest.stubFor(
                post("/extractions").willReturn(Samples.json(200, "{\"paywalled\": false, \"paragraphs\": []}")));
        given().contentType("application/json")
                .body("{\"html\": \"<p>\"}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("html"));

        ingest.stubFor(post("/extractions")
                .willReturn(Samples.json(
                        200,
                        "{\"paywalled\": false, \"paragraphs\": [\"" + "a".repeat(200_001) + "\"], \"dropped\": []}")));
        given().contentType("application/json")
                .body("{\"html\": \"<p>\"}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(413)
                .body("errors[0].field", equalTo("html"), "errors[0].reason", containsString("200,000"));
        assertThat(analysis.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"html\": \"a\", \"mentions\": [{\"id\": \"p\", \"start\": 0, \"end\": 1}]} | mentions",
                "{\"text\": \"a\", \"mentions\": [{\"id\": \"p\", \"start\": 0}]} | mentions[0].end",
                "{\"text\": \"a\", \"mentions\": [{\"id\": \"p\", \"start\": -1, \"end\": 1}]} | mentions[0].start",
                "{\"text\": \"a\", \"mentions\": [{\"id\": \"p\", \"start\": \"0\", \"end\": 1}]} | mentions[0].start",
                "{\"text\": \"a\", \"mentions\": [{\"id\": \"p\", \"start\": 0.5, \"end\": 1}]} | mentions[0].start",
                "{\"text\": \"a\", \"mentions\": [null]} | mentions[0]",
                "{\"text\": \"a\", \"mentions\": {}} | mentions",
                "{\"text\": \"a\", \"onlyCatalog\": \"true\"} | onlyCatalog",
                "{\"text\": \"a\", \"catalog\": {\"actors\": [{\"id\": \"x\"}]}} | catalog.actors[0].names",
                "{\"text\": \"a\", \"catalog\": {\"actors\": [{\"id\": \"x\", \"names\": [\"\"]}]}} | catalog.actors[0].names[0]",
                "{\"text\": \"a\", \"catalog\": {\"actors\": [{\"id\": \"x\", \"names\": [], \"nick\": 1}]}} | catalog.actors[0].nick",
                "{\"text\": \"a\", \"unknown\": null} | unknown"
            })
    void refusesWhatIsWrong(String body, String field) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/analyses")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo(field), "instance", equalTo("/api/v1/analyses"));
        assertThat(analysis.getAllServeEvents()).isEmpty();
    }

    @Test
    void namesTheLimits() {
        given().contentType("application/json")
                .body("{\"text\": \"" + "a".repeat(200_001) + "\"}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(413)
                .body("errors[0].field", equalTo("text"), "errors[0].reason", containsString("200,000"));

        String mentions = IntStream.range(0, 201)
                .mapToObj(i -> "{\"id\": \"m" + i + "\", \"start\": 0, \"end\": 1}")
                .collect(Collectors.joining(","));
        given().contentType("application/json")
                .body("{\"text\": \"a\", \"mentions\": [" + mentions + "]}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("mentions"), "errors[0].reason", containsString("200"));

        String names = IntStream.range(0, 5_001).mapToObj(i -> "\"n" + i + "\"").collect(Collectors.joining(","));
        given().contentType("application/json")
                .body("{\"text\": \"a\", \"catalog\": {\"actors\": [{\"id\": \"x\", \"names\": [" + names + "]}]}}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("catalog"), "errors[0].reason", containsString("5,000"));
        assertThat(analysis.getAllServeEvents()).isEmpty();
    }

    @Test
    void passesOnWhatAnalysisSaysIsWrong() {
        analysis.stubFor(post("/analyses")
                .willReturn(Samples.problem(
                        400,
                        "mentions[0].end: lies outside the text",
                        "[{\"field\": \"mentions[0].end\", \"reason\": \"lies outside the text\"}]")));
        given().contentType("application/json")
                .body("{\"text\": \"a\", \"mentions\": [{\"id\": \"p\", \"start\": 0, \"end\": 9}]}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("mentions[0].end"), "instance", equalTo("/api/v1/analyses"));
    }
}
