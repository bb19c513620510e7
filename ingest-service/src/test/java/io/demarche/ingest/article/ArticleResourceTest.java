package io.demarche.ingest.article;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class ArticleResourceTest {

    @Inject
    Pool pool;

    @BeforeEach
    void clear() {
        Api.clear(pool);
    }

    @Test
    void storesATextAndShowsWhatWasDropped() {
        String text =
                "Terms of the proposal refused\nSkip to content\n\n" + Api.text("Atlantis") + "\n\nLeave a comment";
        String id = Api.post(
                        "/articles",
                        Map.of(
                                "text",
                                text,
                                "url",
                                "https://www.News.example/a#top",
                                "publishedAt",
                                "2025-01-02T03:04:05+01:00"))
                .statusCode(202)
                .header("Location", notNullValue())
                .body("state", equalTo("PENDING"))
                .body("", not(hasItem("duplicate")))
                .extract()
                .path("id");

        when().get("/articles/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("title", equalTo("Terms of the proposal refused"))
                .body("source", equalTo("news.example"))
                .body("url", equalTo("https://www.news.example/a"))
                .body("publishedAt", equalTo("2025-01-02T02:04:05Z"))
                .body("language", equalTo("en"))
                .body("state", equalTo("PENDING"))
                .body("attempts", equalTo(0))
                .body("analysedAt", nullValue())
                .body("failure", nullValue())
                .body("contentHash", matchesPattern("[0-9a-f]{64}"))
                .body("text", equalTo(Api.text("Atlantis")))
                .body("paragraphs", hasSize(2))
                .body("dropped.reason", contains("NAVIGATION", "COMMENT"));
    }

    @Test
    void storesAPage() {
        String html =
                "<html lang=en><head><title>T</title><meta property='og:title' content='Refused'></head><body><nav>Menu</nav><article><p>"
                        + Api.text("Utopia").replace("\n\n", "</p><p>") + "</p></article></body></html>";
        String id = Api.post("/articles", Map.of("html", html, "byline", "Ann Author", "title", "Given"))
                .statusCode(202)
                .extract()
                .path("id");

        when().get("/articles/" + id)
                .then()
                .statusCode(200)
                .body("title", equalTo("Given"))
                .body("byline", equalTo("Ann Author"))
                .body("source", nullValue())
                .body("text", equalTo(Api.text("Utopia")));
    }

    @Test
    void aDuplicateIsTheFirstOne() {
        String id = Api.accept("Ruritania");

        Api.post(
                        "/articles",
                        Map.of(
                                "text",
                                "Share this article\n" + Api.text("Ruritania").replace(" ", "  "),
                                "title",
                                "Another"))
                .statusCode(200)
                .header("Location", endsWith("/articles/" + id))
                .body("id", equalTo(id))
                .body("duplicate", equalTo(true));
        when().get("/articles").then().body("items", hasSize(1));
    }

    @Test
    void pagesThroughAllArticlesNewestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(0, Api.accept("Island " + i));
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            var request = given().queryParam("limit", 3);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/articles")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
            pages++;
        } while (cursor != null && pages < 10);

        assertThat(seen).isEqualTo(ids);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void filtersByStateAndSource() {
        String first = Api.post("/articles", Map.of("text", Api.text("A"), "source", "One.example"))
                .statusCode(202)
                .extract()
                .path("id");
        String second = Api.post("/articles", Map.of("text", Api.text("B"), "source", "two.example"))
                .statusCode(202)
                .extract()
                .path("id");
        Api.lease(1, 60);

        given().queryParam("source", "one.example").get("/articles").then().body("items.id", contains(first));
        given().queryParam("source", "ONE.example").get("/articles").then().body("items.id", contains(first));
        given().queryParam("state", "PENDING").get("/articles").then().body("items.id", contains(second));
        given().queryParam("state", "LEASED").get("/articles").then().body("items.id", contains(first));
        given().queryParam("state", "LEASED")
                .queryParam("source", "two.example")
                .get("/articles")
                .then()
                .body("items", hasSize(0));
        given().queryParam("state", "FAILED")
                .get("/articles")
                .then()
                .body("items", hasSize(0))
                .body("next", nullValue());
    }

    @Test
    void anUnknownArticleIsNotFound() {
        when().get("/articles/01890000-0000-7000-8000-000000000000")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
    }
}
