package io.demarche.ingest.feed;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.demarche.ingest.PackagedProfile;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was built, jar or native executable, reads feeds of all kinds and pages in all encodings. */
@QuarkusIntegrationTest
@TestProfile(PackagedProfile.class)
@WithTestResource(EmbeddedDatabaseResource.class)
class FeedReadingIT {

    private final Site site = new Site();

    @BeforeEach
    void publish() {
        site.status("/robots.txt", 404);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void readsEveryKindOfFeed() {
        site.feed("/rss", "/one");
        site.document(
                "/atom",
                "application/atom+xml",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title><entry><id>tag:a</id><title>Two</title>"
                        + "<link href='" + site.at("/two")
                        + "'/><updated>2026-01-01T00:00:00Z</updated></entry></feed>");
        site.document(
                "/json",
                "application/feed+json",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":\"3\",\"url\":\""
                        + site.at("/three") + "\",\"title\":\"Three\"}]}");
        site.document(
                "/sitemap.xml",
                "application/xml",
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>" + site.at("/four")
                        + "</loc></url></urlset>");
        List<String> pages = List.of("/one", "/two", "/three", "/four");
        pages.forEach(site::article);
        List.of("/rss", "/atom", "/json", "/sitemap.xml").forEach(feed -> Feeds.subscribe(site.at(feed)));

        Awaitility.await("the articles of all feeds")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(urls())
                        .containsAll(pages.stream().map(site::at).toList()));
    }

    @Test
    void readsPagesAsTheyComeOverTheWire() {
        String text = Api.text("Bordurie").replace("\n\n", "</p><p>");
        String page = "<html><head><meta charset='%s'><title>Écrits</title></head><body><article><p>" + text
                + "</p></article></body></html>";
        Map<String, String> written = Map.of("/western", "windows-1252", "/utf", "UTF-8", "/japanese", "Shift_JIS");
        written.forEach((path, charset) -> site.on(path, request -> {
            request.response()
                    .putHeader("content-type", "text/html; charset=" + charset)
                    .putHeader("content-encoding", "gzip")
                    .end(io.vertx.core.buffer.Buffer.buffer(
                            zipped(page.formatted(charset).getBytes(Charset.forName(charset)))));
        }));
        Api.post("/extractions", Map.of("url", site.at("/western")))
                .statusCode(200)
                .body("title", equalTo("Écrits"));
        Api.post("/extractions", Map.of("url", site.at("/utf"))).statusCode(200).body("title", equalTo("Écrits"));
        Api.post("/extractions", Map.of("url", site.at("/japanese"))).statusCode(200);
    }

    private static List<String> urls() {
        return when().get("/articles?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .path("items.url");
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
