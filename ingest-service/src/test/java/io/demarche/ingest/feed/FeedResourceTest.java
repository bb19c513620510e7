package io.demarche.ingest.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.demarche.ingest.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(FeedProfile.class)
@WithTestResource(EmbeddedDatabaseResource.class)
class FeedResourceTest {

    private static final String NOBODY = "01890000-0000-7000-8000-000000000000";

    @Inject
    Pool pool;

    @Inject
    TestClock clock;

    @Inject
    FeedScheduler scheduler;

    private final Site site = new Site();

    @BeforeEach
    void clear() {
        Feeds.clear(pool);
        site.feed("/feed", "/a");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void subscribes() {
        String id = Api.post(
                        "/feeds",
                        Map.of(
                                "url",
                                site.at("/feed#top"),
                                "title",
                                " My  feed ",
                                "source",
                                "Post.EXAMPLE",
                                "minIntervalSeconds",
                                600))
                .statusCode(201)
                .header("Location", containsString("/feeds/"))
                .body("url", equalTo(site.at("/feed")))
                .body("title", equalTo("My feed"))
                .body("source", equalTo("post.example"))
                .body("format", equalTo("RSS"))
                .body("state", equalTo("ACTIVE"))
                .body("minIntervalSeconds", equalTo(600))
                .body("maxIntervalSeconds", nullValue())
                .body("nextAt", notNullValue())
                .body("lastPoll", nullValue())
                .body("items.found", equalTo(0))
                .extract()
                .path("id");
        Api.post("/feeds", Map.of("url", site.at("/feed"), "title", "Another"))
                .statusCode(200)
                .header("Location", endsWith("/feeds/" + id))
                .body("id", equalTo(id))
                .body("title", equalTo("My feed"));
    }

    @Test
    void findsTheFeedThatAPageNames() {
        site.document(
                "/news",
                "text/html",
                "<html><head><link rel='alternate' type='application/rss+xml' href='feed'></head><body><p>News</p></body></html>");
        String id = Api.post("/feeds", Map.of("url", site.at("/news")))
                .statusCode(201)
                .body("url", equalTo(site.at("/feed")))
                .body("title", equalTo("The Post"))
                .extract()
                .path("id");
        Api.post("/feeds", Map.of("url", site.at("/news"))).statusCode(200).body("id", equalTo(id));
    }

    @Test
    void saysWhyAnAddressIsNoFeed() {
        site.document("/page", "text/html", "<html><body><p>No feed here</p></body></html>");
        site.document("/dead", "text/html", "<link rel=alternate type=application/rss+xml href=/nothing>");
        site.document("/liar", "text/html", "<link rel=alternate type=application/rss+xml href=/page>");
        for (String path : List.of("/page", "/missing", "/dead", "/liar")) {
            Api.post("/feeds", Map.of("url", site.at(path)))
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors.field", hasItem("url"));
        }
        for (String url : List.of("nowhere", "ftp://a.example/", "http://169.254.169.254/feed", "http://[::1]/feed")) {
            Api.post("/feeds", Map.of("url", url)).statusCode(400).body("errors.field", hasItem("url"));
        }
        site.status("/broken", 500);
        Api.post("/feeds", Map.of("url", site.at("/broken"))).statusCode(502);
        given().get("/feeds").then().body("items", hasSize(0));
    }

    @Test
    void aPermanentRedirectIsTheAddress() {
        site.status("/old", 301, "location", "/feed");
        Api.post("/feeds", Map.of("url", site.at("/old"))).statusCode(201).body("url", equalTo(site.at("/feed")));
        site.status("/short", 302, "location", "/feed");
        Api.post("/feeds", Map.of("url", site.at("/short"))).statusCode(201).body("url", equalTo(site.at("/short")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | url",
                "{'url': 5} | url",
                "{'url': 'http://a.example/', 'colour': 1} | colour",
                "{'url': 'http://a.example/', 'minIntervalSeconds': 59} | minIntervalSeconds",
                "{'url': 'http://a.example/', 'maxIntervalSeconds': 2592001} | maxIntervalSeconds",
                "{'url': 'http://a.example/', 'minIntervalSeconds': 600, 'maxIntervalSeconds': 599} | maxIntervalSeconds",
                "{'url': 'http://a.example/', 'enabled': 'yes'} | enabled",
            })
    void refusesWhatIsWrong(String body, String field) {
        given().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/feeds")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void pagesThroughAllFeedsNewestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            site.feed("/feed" + i, "/a");
            ids.add(0, Feeds.subscribe(site.at("/feed" + i)));
        }
        Feeds.put(ids.get(1), Map.of("enabled", false)).statusCode(200);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = given().queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/feeds")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null && seen.size() < 20);
        assertThat(seen).isEqualTo(ids);
        given().queryParam("state", "PAUSED").get("/feeds").then().body("items.id", equalTo(List.of(ids.get(1))));
        given().queryParam("limit", 501).get("/feeds").then().statusCode(400);
        given().queryParam("cursor", "x").get("/feeds").then().statusCode(400);
    }

    @Test
    void changesAndDeletes() {
        String id = Feeds.subscribe(site.at("/feed"));
        assertThat(scheduler.look().await().atMost(Duration.ofSeconds(60))).isEqualTo(1);
        Feeds.put(id, Map.of("title", "Mine", "minIntervalSeconds", 7_200, "maxIntervalSeconds", 86_400))
                .statusCode(200)
                .body("title", equalTo("Mine"))
                .body("minIntervalSeconds", equalTo(7_200));
        Instant next = Instant.parse(Feeds.get(id).extract().path("nextAt"));
        assertThat(next).as("not before the new bound").isAfter(clock.instant().plusSeconds(7_000));
        Feeds.put(id, Map.of("maxIntervalSeconds", 60)).statusCode(200).body("title", equalTo("The Post"));
        Feeds.put(id, Map.of("url", "http://a.example/")).statusCode(400).body("errors.field", hasItem("url"));
        given().delete("/feeds/" + id).then().statusCode(204);
        given().get("/feeds/" + id).then().statusCode(404);
        given().delete("/feeds/" + id).then().statusCode(404);
        Feeds.put(NOBODY, Map.of()).statusCode(404);
    }
}
