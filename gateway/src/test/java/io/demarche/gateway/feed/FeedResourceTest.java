package io.demarche.gateway.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
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
class FeedResourceTest {

    private static final String FEEDS = "/api/v1/feeds";

    @FakeServices.Ingest
    WireMockServer ingest;

    @BeforeEach
    void forget() {
        ingest.resetAll();
    }

    @Test
    void subscribesAndSaysWhatItIs() {
        ingest.stubFor(post("/feeds").willReturn(Samples.json(201, Samples.FEED)));
        given().contentType("application/json")
                .body("{\"url\": \"https://example.org/news\", \"minIntervalSeconds\": 600, \"title\": null}")
                .post(FEEDS)
                .then()
                .statusCode(201)
                .header("Location", FEEDS + "/" + ID)
                .body("url", Matchers.equalTo("https://example.org/news.rss"))
                .body("state", Matchers.equalTo("ACTIVE"), "source", nullValue())
                .body("nextAt", Matchers.equalTo("2026-01-31T13:00:00Z"))
                .body("lastPoll.fresh", Matchers.equalTo(3), "items.pending", Matchers.equalTo(1));
        ingest.verify(postRequestedFor(urlEqualTo("/feeds"))
                .withRequestBody(equalToJson("{\"url\": \"https://example.org/news\", \"minIntervalSeconds\": 600}")));
    }

    @Test
    void answersWithTheFirstSubscription() {
        ingest.stubFor(post("/feeds").willReturn(Samples.json(200, Samples.FEED)));
        given().contentType("application/json")
                .body("{\"url\": \"https://example.org/news.rss\"}")
                .post(FEEDS)
                .then()
                .statusCode(200)
                .header("Location", FEEDS + "/" + ID);
    }

    @Test
    void passesOnWhyAnAddressIsNoFeed() {
        ingest.stubFor(post("/feeds")
                .willReturn(
                        Samples.problem(400, "url: is no feed", "[{\"field\": \"url\", \"reason\": \"is no feed\"}]")));
        given().contentType("application/json")
                .body("{\"url\": \"https://example.org/\"}")
                .post(FEEDS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", Matchers.equalTo("url"), "instance", Matchers.equalTo(FEEDS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | url",
                "{'url': ' '} | url",
                "{'url': 'https://a.example/', 'minIntervalSeconds': 59} | minIntervalSeconds",
                "{'url': 'https://a.example/', 'maxIntervalSeconds': 2592001} | maxIntervalSeconds",
                "{'url': 'https://a.example/', 'minIntervalSeconds': 61, 'maxIntervalSeconds': 60} | maxIntervalSeconds",
                "{'url': 'https://a.example/', 'enabled': 'no'} | enabled",
                "{'url': 'https://a.example/', 'colour': 1} | colour"
            })
    void refusesWhatIsWrongWithoutAskingAnybody(String body, String field) {
        given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post(FEEDS)
                .then()
                .statusCode(400)
                .body("errors.field", contains(field));
        assertThat(ingest.getAllServeEvents()).isEmpty();
    }

    @Test
    void listsAndShows() {
        ingest.stubFor(get(urlPathEqualTo("/feeds"))
                .willReturn(Samples.json(200, "{\"items\": [" + Samples.FEED + "], \"next\": \"abc\"}")));
        given().get(FEEDS + "?state=FAILING&limit=500&cursor=x")
                .then()
                .statusCode(200)
                .body("items.id", contains(ID), "next", Matchers.equalTo("abc"));
        ingest.verify(getRequestedFor(urlPathEqualTo("/feeds"))
                .withQueryParam("state", equalTo("FAILING"))
                .withQueryParam("limit", equalTo("500"))
                .withQueryParam("cursor", equalTo("x")));
        given().get(FEEDS + "?limit=501").then().statusCode(400).body("errors.field", contains("limit"));

        ingest.stubFor(get("/feeds/" + ID).willReturn(Samples.json(200, Samples.FEED)));
        given().get(FEEDS + "/" + ID).then().statusCode(200).body("rhythmSeconds", Matchers.equalTo(3_600));
    }

    @Test
    void changes() {
        ingest.stubFor(put("/feeds/" + ID).willReturn(Samples.json(200, Samples.FEED)));
        given().contentType("application/json")
                .body("{\"enabled\": false}")
                .put(FEEDS + "/" + ID)
                .then()
                .statusCode(200)
                .body("id", Matchers.equalTo(ID));
        ingest.verify(putRequestedFor(urlEqualTo("/feeds/" + ID)).withRequestBody(equalToJson("{\"enabled\": false}")));
        given().contentType("application/json")
                .body("{\"url\": \"https://a.example/\"}")
                .put(FEEDS + "/" + ID)
                .then()
                .statusCode(400)
                .body("errors.field", contains("url"));
    }

    @Test
    void ends() {
        ingest.stubFor(delete("/feeds/" + ID).willReturn(aResponse().withStatus(204)));
        given().delete(FEEDS + "/" + ID).then().statusCode(204);
        given().accept("application/problem+json")
                .delete(FEEDS + "/" + ID)
                .then()
                .statusCode(204);
        ingest.verify(2, deleteRequestedFor(urlEqualTo("/feeds/" + ID)));
        ingest.stubFor(delete("/feeds/" + ID).willReturn(Samples.problem(404, "There is no feed " + ID + ".", "[]")));
        given().delete(FEEDS + "/" + ID)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString(ID));
    }
}
