package io.demarche.ingest.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FeedProfile.class)
@WithTestResource(EmbeddedDatabaseResource.class)
class FeedPollingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        for (String path : List.of("/a", "/b", "/c")) {
            site.article(path);
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    private int look() {
        return scheduler.look().await().atMost(PATIENCE);
    }

    /** Lets the time of the next poll come, and polls. */
    private int lookAt(String id) {
        Instant next = Instant.parse(Feeds.get(id).extract().path("nextAt"));
        Duration left = Duration.between(clock.instant(), next).plusSeconds(1);
        clock.advance(left.isNegative() ? Duration.ZERO : left);
        return look();
    }

    private List<String> articles() {
        return given().get("/articles").then().statusCode(200).extract().path("items.title");
    }

    @Test
    void storesTheArticlesOfAFeedOldestFirst() {
        site.feed("/feed", "/b", "/a");
        String id = Feeds.subscribe(site.at("/feed"));
        assertThat(look()).isEqualTo(1);

        assertThat(articles()).containsExactly("About /b", "About /a");
        given().get("/articles").then().body("items.url", contains(site.at("/b"), site.at("/a")));
        Feeds.get(id)
                .body("title", equalTo("The Post"))
                .body("state", equalTo("ACTIVE"))
                .body("lastPoll.outcome", equalTo("READ"))
                .body("lastPoll.found", equalTo(2))
                .body("lastPoll.fresh", equalTo(2))
                .body("lastPoll.problem", nullValue())
                .body("items.found", equalTo(2))
                .body("items.stored", equalTo(2))
                .body("items.pending", equalTo(0))
                .body("rhythmSeconds", equalTo(3_600));
        assertThat(look()).as("nothing is due").isZero();
    }

    @Test
    void asksOnlyWhetherItHasChangedAndTakesOnlyWhatIsNew() {
        site.feed("/feed", "/a");
        String id = Feeds.subscribe(site.at("/feed"));
        look();
        assertThat(lookAt(id)).isEqualTo(1);
        Feeds.get(id).body("lastPoll.outcome", equalTo("UNCHANGED")).body("lastPoll.fresh", equalTo(0));

        site.feed("/feed", "/b", "/a?utm_source=rss");
        lookAt(id);
        Feeds.get(id)
                .body("lastPoll.outcome", equalTo("READ"))
                .body("lastPoll.found", equalTo(2))
                .body("lastPoll.fresh", equalTo(1));
        assertThat(site.asked("/a")).isEqualTo(1);
        assertThat(articles()).containsExactly("About /b", "About /a");
    }

    @Test
    void aFeedThatIsGoneIsAskedNoMore() {
        site.feed("/feed", "/a");
        String id = Feeds.subscribe(site.at("/feed"));
        look();
        site.status("/feed", 410);
        lookAt(id);
        Feeds.get(id)
                .body("state", equalTo("ENDED"))
                .body("nextAt", nullValue())
                .body("lastPoll.outcome", equalTo("GONE"))
                .body("lastPoll.problem", equalTo("The feed answers 410: there is no such page."));
        clock.advance(Duration.ofDays(30));
        assertThat(look()).isZero();

        site.feed("/feed", "/b", "/a");
        Feeds.put(id, Map.of("enabled", true)).statusCode(200).body("state", equalTo("ACTIVE"));
        assertThat(look()).isEqualTo(1);
        assertThat(articles()).containsExactly("About /b", "About /a");
    }

    @Test
    void failuresBackOffAndAreForgiven() {
        site.feed("/feed", "/a");
        String id = Feeds.subscribe(site.at("/feed"));
        look();
        site.status("/feed", 404);
        lookAt(id);
        Feeds.get(id)
                .body("state", equalTo("FAILING"))
                .body("failures", equalTo(1))
                .body("lastPoll.problem", containsString("404"));
        site.status("/feed", 503, "retry-after", "7200");
        lookAt(id);
        Instant next = Instant.parse(
                Feeds.get(id).body("failures", equalTo(2)).extract().path("nextAt"));
        assertThat(next).isAfter(clock.instant().plusSeconds(7_100));
        site.document("/feed", "text/html", "<html><body>Closed for repairs");
        lookAt(id);
        Feeds.get(id).body("failures", equalTo(3)).body("lastPoll.problem", containsString("no feed"));
        site.feed("/feed", "/b");
        lookAt(id);
        Feeds.get(id)
                .body("state", equalTo("ACTIVE"))
                .body("failures", equalTo(0))
                .body("lastPoll.problem", nullValue());
        assertThat(articles()).containsExactly("About /b", "About /a");
    }

    @Test
    void aPermanentRedirectIsRemembered() {
        site.feed("/feed", "/a");
        String id = Feeds.subscribe(site.at("/feed"));
        site.status("/feed", 302, "location", "/elsewhere");
        site.feed("/elsewhere", "/a");
        look();
        Feeds.get(id).body("url", equalTo(site.at("/feed")));
        site.status("/feed", 301, "location", "/new");
        site.feed("/new", "/b", "/a");
        lookAt(id);
        Feeds.get(id).body("url", equalTo(site.at("/new"))).body("lastPoll.fresh", equalTo(1));
        long asked = site.asked("/feed");
        lookAt(id);
        assertThat(site.asked("/feed")).isEqualTo(asked);
    }

    @Test
    void aFeedThatBecomesAnotherEnds() {
        site.feed("/feed", "/a");
        site.feed("/other", "/b");
        String id = Feeds.subscribe(site.at("/feed"));
        String other = Feeds.subscribe(site.at("/other"));
        look();
        site.status("/feed", 301, "location", "/other");
        lookAt(id);
        Feeds.get(id).body("state", equalTo("ENDED")).body("lastPoll.problem", containsString(other));
        Feeds.get(other).body("state", equalTo("ACTIVE"));
    }

    @Test
    void theFeedsOwnContentStandsForAPageThatCannotBeHad() {
        site.document("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\n");
        site.document(
                "/feed",
                "application/rss+xml",
                "<rss><channel><title>T</title>"
                        + "<item><title>Whole</title><link>/private/whole</link><description><![CDATA["
                        + Site.content("Whole") + "]]></description></item>"
                        + "<item><title>Teaser</title><link>/private/teaser</link><description>Read on.</description></item>"
                        + "<item><title>Paid</title><link>/paid</link><description><![CDATA[" + Site.content("Paid")
                        + "]]></description></item></channel></rss>");
        site.status("/paid", 402);
        String id = Feeds.subscribe(site.at("/feed"));
        look();
        assertThat(articles()).containsExactlyInAnyOrder("Whole", "Paid");
        assertThat(site.asked("/private/whole")).isZero();
        Feeds.get(id)
                .body("items.found", equalTo(3))
                .body("items.stored", equalTo(2))
                .body("items.pending", equalTo(1))
                .body("items.failed", equalTo(0));

        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofHours(3));
            look();
        }
        Feeds.get(id).body("items.pending", equalTo(0)).body("items.failed", equalTo(1));
        String problem = pool.query("select problem, attempts from feed_item where state = 'FAILED'")
                .executeAndAwait()
                .iterator()
                .next()
                .getString(0);
        assertThat(problem).contains("robots.txt");
    }

    @Test
    void aPageThatFailsForAWhileIsGotLater() {
        site.feed("/feed", "/a");
        site.status("/a", 500);
        String id = Feeds.subscribe(site.at("/feed"));
        look();
        Feeds.get(id).body("items.pending", equalTo(1));
        assertThat(articles()).isEmpty();
        site.article("/a");
        clock.advance(Duration.ofMinutes(16));
        look();
        assertThat(articles()).containsExactly("About /a");
        Feeds.get(id).body("items.pending", equalTo(0)).body("items.stored", equalTo(1));
    }

    @Test
    void anIndexLeadsToItsSitemaps() {
        String map = "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>" + site.at("/c")
                + "</loc><news:news><news:title>About /c</news:title></news:news></url></urlset>";
        site.document("/news.xml", "application/xml", map);
        site.document(
                "/index.xml",
                "application/xml",
                "<sitemapindex><sitemap><loc>" + site.at("/missing.xml") + "</loc></sitemap><sitemap><loc>"
                        + site.at("/news.xml") + "</loc></sitemap></sitemapindex>");
        String id = Feeds.subscribe(site.at("/index.xml"));
        look();
        assertThat(articles()).containsExactly("About /c");
        Feeds.get(id).body("format", equalTo("SITEMAP"));
        site.status("/news.xml", 500);
        lookAt(id);
        Feeds.get(id).body("state", equalTo("FAILING")).body("lastPoll.problem", containsString("site maps"));
    }

    @Test
    void whatIsPausedRests() {
        site.feed("/feed", "/a");
        String id = Feeds.subscribe(site.at("/feed"));
        Feeds.put(id, Map.of("enabled", false))
                .statusCode(200)
                .body("state", equalTo("PAUSED"))
                .body("nextAt", nullValue());
        assertThat(look()).isZero();
        clock.advance(Duration.ofDays(3));
        assertThat(look()).isZero();
        Feeds.put(id, Map.of("enabled", true, "source", "Post.example")).statusCode(200);
        assertThat(look()).isEqualTo(1);
        given().get("/articles").then().body("items.source", contains("post.example"));
    }

    @Test
    void aTextThatIsKnownIsNoFailure() {
        site.feed("/feed", "/a", "/copy");
        site.document("/copy", "text/html", "<html><body><article>" + Site.content("/a") + "</article></body></html>");
        String id = Feeds.subscribe(site.at("/feed"));
        look();
        given().get("/articles").then().body("items", hasSize(1));
        Feeds.get(id).body("items.stored", equalTo(2));
    }

    @Test
    void articlesOutliveTheirFeedAndFeedsTheirArticles() {
        site.feed("/feed", "/a");
        String id = Feeds.subscribe(site.at("/feed"));
        look();
        pool.query("delete from article").executeAndAwait();
        site.feed("/feed", "/b", "/a");
        lookAt(id);
        assertThat(articles()).as("what was deleted does not come back").containsExactly("About /b");
        given().delete("/feeds/" + id).then().statusCode(204);
        given().get("/articles").then().body("items.title", hasItem("About /b"));
    }
}
