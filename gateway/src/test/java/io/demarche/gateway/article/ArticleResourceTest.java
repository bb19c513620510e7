package io.demarche.gateway.article;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.demarche.gateway.testing.Samples.ID;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(FakeServices.class)
class ArticleResourceTest {

    @FakeServices.Ingest
    WireMockServer ingest;

    @BeforeEach
    void forget() {
        ingest.resetAll();
    }

    @Test
    void acceptsAnArticleAndSaysWhereItIs() {
        ingest.stubFor(
                post("/articles").willReturn(Samples.json(202, "{\"id\": \"" + ID + "\", \"state\": \"PENDING\"}")));

        given().contentType("application/json")
                .body("{\"text\": \"Moscow welcomed the plan.\", \"publishedAt\": \"2026-01-31T13:00:00+01:00\"}")
                .post("/api/v1/articles")
                .then()
                .statusCode(202)
                .header("Location", "/api/v1/articles/" + ID)
                .body(
                        "id",
                        Matchers.equalTo(ID),
                        "state",
                        Matchers.equalTo("PENDING"),
                        "duplicate",
                        Matchers.equalTo(false));

        ingest.verify(postRequestedFor(urlEqualTo("/articles"))
                .withRequestBody(equalToJson(
                        "{\"text\": \"Moscow welcomed the plan.\", \"publishedAt\": \"2026-01-31T12:00:00Z\"}")));
    }

    @Test
    void answersADuplicateWithTheFirstOne() {
        ingest.stubFor(post("/articles")
                .willReturn(
                        Samples.json(200, "{\"id\": \"" + ID + "\", \"state\": \"ANALYSED\", \"duplicate\": true}")));

        given().contentType("application/json")
                .body("{\"html\": \"<p>Moscow welcomed the plan.</p>\"}")
                .post("/api/v1/articles")
                .then()
                .statusCode(200)
                .header("Location", "/api/v1/articles/" + ID)
                .body("duplicate", Matchers.equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | text | one of text, html and url is needed",
                "{\"text\": \"  \"} | text | must not be empty",
                "{\"text\": \"a\", \"html\": \"b\"} | text | give either text or html, not both",
                "{\"text\": 5} | text | must be a text",
                "{\"text\": [\"a\"]} | text | must be a text",
                "{\"text\": \"a\", \"publishedAt\": \"yesterday\"} | publishedAt | RFC 3339",
                "{\"text\": \"a\", \"colour\": 1} | colour | unknown",
                "{\"text\": \"a\", \"text\": \"b\"} | text | ",
                "{\"text\": \"a\"} {} | body | ",
                "[] | body | ",
                "null | body | ",
                "{\"text\": | body | "
            })
    void refusesWhatIsWrongWithoutAskingAnybody(String body, String field, String reason) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/articles")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", Matchers.equalTo(field))
                .body("errors[0].reason", containsString(reason == null ? "" : reason))
                .body("instance", Matchers.equalTo("/api/v1/articles"));
        assertThat(ingest.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesBrokenUtf8() {
        byte[] body = "{\"text\": \"Mosc?w\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        body[14] = (byte) 0xC3;
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/articles")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", Matchers.equalTo("body"));
    }

    @Test
    void refusesTextOverTheLimitAndNamesIt() {
        given().contentType("application/json")
                .body("{\"text\": \"" + "a".repeat(200_001) + "\"}")
                .post("/api/v1/articles")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("errors[0].reason", containsString("200,000"));
    }

    @Test
    void countsCodePointsNotUtf16Units() {
        ingest.stubFor(
                post("/articles").willReturn(Samples.json(202, "{\"id\": \"" + ID + "\", \"state\": \"PENDING\"}")));
        given().contentType("application/json")
                .body("{\"text\": \"" + "🌾".repeat(200_000) + "\"}")
                .post("/api/v1/articles")
                .then()
                .statusCode(202);
    }

    @Test
    void refusesBodiesOver10MiB() {
        given().contentType("application/json")
                .body("{\"html\": \"" + "a".repeat(10 * 1024 * 1024) + "\"}")
                .post("/api/v1/articles")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void refusesOtherMediaTypesAndMethods() {
        given().contentType("text/plain")
                .body("hello")
                .post("/api/v1/articles")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().delete("/api/v1/articles").then().statusCode(405).contentType("application/problem+json");
    }

    @Test
    void passesOnWhatIngestSaysIsWrong() {
        ingest.stubFor(post("/articles")
                .willReturn(Samples.problem(
                        400,
                        "url: is not a web address",
                        "[{\"field\": \"url\", \"reason\": \"is not a web address\"}]")));
        given().contentType("application/json")
                .body("{\"text\": \"a\", \"url\": \"nowhere\"}")
                .post("/api/v1/articles")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", Matchers.equalTo("/problems/test"), "title", Matchers.equalTo("A title"))
                .body("detail", Matchers.equalTo("url: is not a web address"))
                .body("instance", Matchers.equalTo("/api/v1/articles"))
                .body("errors[0].field", Matchers.equalTo("url"))
                .body("errorId", nullValue());
    }

    @Test
    void listsArticles() {
        ingest.stubFor(get(urlPathEqualTo("/articles"))
                .willReturn(Samples.json(200, "{\"items\": [" + Samples.article("PENDING") + "], \"next\": \"abc\"}")));
        given().urlEncodingEnabled(false)
                .get("/api/v1/articles?state=PENDING&source=example.org&limit=500&cursor=x%2By")
                .then()
                .statusCode(200)
                .body("items.id", contains(ID), "next", Matchers.equalTo("abc"))
                .body(
                        "items[0].analysedAt",
                        nullValue(),
                        "items[0].createdAt",
                        Matchers.equalTo("2026-01-31T12:01:00Z"));
        ingest.verify(getRequestedFor(urlPathEqualTo("/articles"))
                .withQueryParam("state", equalTo("PENDING"))
                .withQueryParam("source", equalTo("example.org"))
                .withQueryParam("limit", equalTo("500"))
                .withQueryParam("cursor", equalTo("x+y")));
    }

    @ParameterizedTest
    @CsvSource({
        "state=pending, state",
        "limit=0, limit",
        "limit=501, limit",
        "limit=ten, limit",
        "colour=red, colour",
        "state=PENDING&state=FAILED, state"
    })
    void refusesWrongParameters(String query, String field) {
        given().get("/api/v1/articles?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", contains(field));
        assertThat(ingest.getAllServeEvents()).isEmpty();
    }

    @Test
    void showsOneArticle() {
        ingest.stubFor(get("/articles/" + ID).willReturn(Samples.json(200, Samples.articleDetails("PENDING"))));
        given().get("/api/v1/articles/" + ID)
                .then()
                .statusCode(200)
                .body("text", Matchers.equalTo(Samples.TEXT), "dropped[0].reason", Matchers.equalTo("SHARE"))
                .body("failure", nullValue());
    }

    @Test
    void saysWhenThereIsNoSuchArticle() {
        ingest.stubFor(
                get("/articles/" + ID).willReturn(Samples.problem(404, "There is no article " + ID + ".", "[]")));
        given().get("/api/v1/articles/" + ID)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("instance", Matchers.equalTo("/api/v1/articles/" + ID), "detail", containsString(ID));
        given().get("/api/v1/articles/not-an-id").then().statusCode(404).contentType("application/problem+json");
    }
}
