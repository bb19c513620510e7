package io.demarche.gateway.stance;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.demarche.gateway.testing.Samples.ID;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeServices.class)
class StanceResourceTest {

    @FakeServices.Ingest
    WireMockServer ingest;

    @FakeServices.Analysis
    WireMockServer analysis;

    @BeforeEach
    void forget() {
        ingest.resetAll();
        analysis.resetAll();
    }

    @Test
    void listsStancesByEveryFilter() {
        analysis.stubFor(get(urlPathEqualTo("/stances"))
                .willReturn(Samples.json(200, "{\"items\": [" + Samples.storedStance() + "], \"next\": null}")));
        given().get(
                        "/api/v1/stances?holder=russia&holder=ukraine&target=peace-negotiations&polarity=SUPPORT&polarity=MIXED"
                                + "&manner=RED_LINE&act=AID&attribution=SELF&source=example.org&articleId=" + ID
                                + "&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z&minConfidence=0.5&text=peace plan&limit=7&cursor=abc")
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "next", nullValue())
                .body("items[0].id", is(ID), "items[0].publishedAt", nullValue(), "items[0].title", is("Talks"))
                .body("items[0].holder.id", is("kremlin"), "items[0].evidence.cue.start", is(9));
        analysis.verify(getRequestedFor(urlPathEqualTo("/stances"))
                .withQueryParam("holder", havingExactly("russia", "ukraine"))
                .withQueryParam("target", equalTo("peace-negotiations"))
                .withQueryParam("polarity", havingExactly("SUPPORT", "MIXED"))
                .withQueryParam("manner", equalTo("RED_LINE"))
                .withQueryParam("act", equalTo("AID"))
                .withQueryParam("attribution", equalTo("SELF"))
                .withQueryParam("source", equalTo("example.org"))
                .withQueryParam("articleId", equalTo(ID))
                .withQueryParam("from", equalTo("2026-01-01T00:00:00Z"))
                .withQueryParam("to", equalTo("2026-02-01T00:00:00Z"))
                .withQueryParam("minConfidence", equalTo("0.5"))
                .withQueryParam("text", equalTo("peace plan"))
                .withQueryParam("limit", equalTo("7"))
                .withQueryParam("cursor", equalTo("abc")));
    }

    @Test
    void sendsNothingElseThatWasNotAskedFor() {
        analysis.stubFor(
                get(urlPathEqualTo("/stances")).willReturn(Samples.json(200, "{\"items\": [], \"next\": null}")));
        given().get("/api/v1/stances").then().statusCode(200).body("items", hasSize(0));
        assertThat(analysis.getAllServeEvents().get(0).getRequest().getUrl()).isEqualTo("/stances?limit=50");
    }

    @ParameterizedTest
    @CsvSource({
        "polarity=support, polarity",
        "manner=LOUD, manner",
        "act=TALK, act",
        "attribution=ME, attribution",
        "articleId=1, articleId",
        "from=2026, from",
        "to=tomorrow, to",
        "minConfidence=1.5, minConfidence",
        "minConfidence=NaN, minConfidence",
        "limit=501, limit",
        "limit=0, limit",
        "text=%20, text",
        "colour=red, colour"
    })
    void refusesWrongParameters(String query, String field) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/stances?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field), "instance", is("/api/v1/stances"));
        assertThat(analysis.getAllServeEvents()).isEmpty();
    }

    @Test
    void showsTheStancesOfAnArticle() {
        analysis.stubFor(get("/articles/" + ID + "/stances")
                .willReturn(Samples.json(
                        200,
                        "{\"articleId\": \"" + ID + "\", \"engineVersion\": \"0.1.0\", \"contentHash\": \"abc\", "
                                + "\"analysedAt\": \"2026-01-31T12:02:00Z\", \"stances\": [" + Samples.STANCE + "]}")));
        given().get("/api/v1/articles/" + ID + "/stances")
                .then()
                .statusCode(200)
                .body("articleId", is(ID), "stances", hasSize(1), "stances[0].polarity", is("SUPPORT"));
    }

    @Test
    void tellsAnArticleThatWaitsFromOneThatIsNot() {
        analysis.stubFor(get("/articles/" + ID + "/stances").willReturn(Samples.problem(404, "never analysed", "[]")));
        ingest.stubFor(get("/articles/" + ID).willReturn(Samples.json(200, Samples.articleDetails("PENDING"))));
        given().get("/api/v1/articles/" + ID + "/stances")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("PENDING"), "instance", is("/api/v1/articles/" + ID + "/stances"));

        ingest.stubFor(get("/articles/" + ID).willReturn(Samples.problem(404, "There is no such article.", "[]")));
        given().get("/api/v1/articles/" + ID + "/stances")
                .then()
                .statusCode(404)
                .body("detail", is("There is no such article."));
    }
}
