package io.demarche.ingest.extraction;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class ExtractionResourceTest {

    @Inject
    Pool pool;

    @Test
    void extractsAPageAndStoresNothing() {
        Api.clear(pool);
        String html =
                "<html><head><title>Refused - The Example</title><meta property='og:site_name' content='The Example'>"
                        + "<meta name='author' content='By Ann Author'><meta property='og:image' content='/a.jpg'></head><body><article><p>"
                        + Api.text("Laputa").replace("\n\n", "</p><p>")
                        + "</p></article><footer>About us</footer></body></html>";

        Api.post("/extractions", Map.of("html", html, "url", "https://the.example/2025/01/02/a"))
                .statusCode(200)
                .body("title", equalTo("Refused"))
                .body("byline", equalTo("Ann Author"))
                .body("siteName", equalTo("The Example"))
                .body("publishedAt", equalTo("2025-01-02T00:00:00Z"))
                .body("language", equalTo("en"))
                .body("canonicalUrl", equalTo("https://the.example/2025/01/02/a"))
                .body("paragraphs", hasSize(2))
                .body("dropped.reason", contains("NAVIGATION"))
                .body("image", equalTo("https://the.example/a.jpg"))
                .body("paywalled", is(false))
                .body("notes", hasSize(0));
        given().get("/articles").then().body("items.size()", is(0));
    }

    @Test
    void extractsAText() {
        Api.post("/extractions", Map.of("text", Api.text("Brobdingnag") + "\n\nShare this article"))
                .statusCode(200)
                .body("title", nullValue())
                .body("canonicalUrl", nullValue())
                .body("paragraphs", hasSize(2))
                .body("dropped[0].reason", equalTo("SHARE"));
    }

    @Test
    void saysWhenAPageIsPaywalledOrEmpty() {
        Api.post(
                        "/extractions",
                        Map.of(
                                "html",
                                "<article><p>" + Api.text("Laputa").replace("\n\n", "</p><p>")
                                        + "</p><div>Subscribe to continue reading</div></article>"))
                .statusCode(200)
                .body("paywalled", is(true))
                .body("notes", contains("the article is behind a paywall: the text may be no more than its beginning"));
        Api.post("/extractions", Map.of("html", "<nav><a href='/'>Home</a></nav>"))
                .statusCode(200)
                .body("paragraphs", hasSize(0))
                .body("notes", contains("no article was found"));
    }

    @Test
    void refusesTitlesAndBadAddresses() {
        Api.post("/extractions", Map.of("text", "a", "title", "b"))
                .statusCode(400)
                .body("errors.field", hasItem("title"));
        Api.post("/extractions", Map.of("text", "a", "url", "ftp://a.example/"))
                .statusCode(400)
                .body("errors.field", hasItem("url"));
    }
}
