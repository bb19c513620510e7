package io.demarche.ingest.fetch;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.sun.net.httpserver.HttpServer;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalPages.class)
@WithTestResource(EmbeddedDatabaseResource.class)
class ArticleByAddressTest {

    @Inject
    Pool pool;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        Api.clear(pool);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        page(
                "/a",
                200,
                "text/html; charset=utf-8",
                "<title>No terms</title><article><h1>No terms</h1><p>"
                        + Api.text("Grenmark").replace("\n\n", "</p><p>") + "</p></article>");
        page("/feed", 200, "application/pdf", "%PDF");
        page("/away", 503, "text/html", "");
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/a");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        server.createContext("/inside", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", "http://localhost:" + server.getAddress().getPort() + "/a");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void page(String path, int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Test
    void anAddressAloneIsFetchedAndStored() {
        String id = Api.post("/articles", Map.of("url", url("/a")))
                .statusCode(202)
                .extract()
                .path("id");

        when().get("/articles/" + id)
                .then()
                .body("title", equalTo("No terms"))
                .body("url", equalTo(url("/a")))
                .body("paragraphs", hasSize(2));
        // Where it was in the end counts, not where it was looked for.
        Api.post("/articles", Map.of("url", url("/moved"))).statusCode(200).body("id", equalTo(id));
    }

    @Test
    void anExtractionFetchesToo() {
        Api.post("/extractions", Map.of("url", url("/a")))
                .statusCode(200)
                .body("title", equalTo("No terms"))
                .body("paragraphs", hasSize(2));
    }

    @Test
    void whatStandsInTheWayIsSaid() {
        refused("/nowhere", 400, "404");
        refused("/feed", 400, "application/pdf");
        refused("/inside", 400, "redirect");
        Api.post("/articles", Map.of("url", url("/away"))).statusCode(502).body("detail", containsString("503"));
        Api.post("/articles", Map.of("url", "http://localhost:8081/q/health"))
                .statusCode(400)
                .body("errors[0].field", equalTo("url"));
        when().get("/articles").then().body("items", hasSize(0));
    }

    private void refused(String path, int status, String said) {
        Api.post("/articles", Map.of("url", url(path)))
                .statusCode(status)
                .body("errors[0].field", equalTo("url"))
                .body("errors[0].reason", containsString(said));
    }
}
