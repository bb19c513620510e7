package io.demarche.gateway.stance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.demarche.gateway.testing.LiveAnalysis;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long answers go through as they come, compressed or not, and what breaks behind the gateway breaks before it. */
@QuarkusTest
@Timeout(120)
@WithTestResource(LiveAnalysis.class)
class StanceExportTest {

    @TestHTTPResource
    URI server;

    LiveAnalysis analysis;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void forget() {
        analysis.forget();
    }

    private HttpResponse<InputStream> get(String query, String accept, String encoding)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.resolve("/api/v1/stances" + query))
                        .header("Accept", accept)
                        .header("Accept-Encoding", encoding)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static InputStream body(HttpResponse<InputStream> response) throws IOException {
        boolean gzip =
                response.headers().firstValue("content-encoding").orElse("").equals("gzip");
        return gzip ? new GZIPInputStream(response.body(), 16) : response.body();
    }

    /** The next line; null at the end. A reader would wait for more than a line, as a gzip stream always claims to have more. */
    private static String line(InputStream body) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = body.read(); one != '\n'; one = body.read()) {
            if (one < 0) {
                return null;
            }
            line.append((char) one);
        }
        return line.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void linesArriveBeforeTheStreamEnds(String encoding) throws Exception {
        HttpResponse<InputStream> response = get("?holder=russia&limit=1000", "application/x-ndjson", encoding);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/x-ndjson");
        assertThat(response.headers().firstValue("content-encoding").orElse("identity"))
                .isEqualTo(encoding);
        HttpServerResponse upstream = analysis.open().get(0).response();
        try (InputStream body = body(response)) {
            assertThat(line(body)).isEqualTo("{\"line\":1}");
            for (int i = 2; i < 5; i++) {
                upstream.write("{\"line\":" + i + "}\n");
                assertThat(line(body)).isEqualTo("{\"line\":" + i + "}");
            }
            upstream.end();
            assertThat(line(body)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void aStreamThatBreaksIsSeenToBeBroken(String encoding) throws Exception {
        HttpResponse<InputStream> response = get("", "text/csv", encoding);
        assertThat(response.headers().firstValue("content-type")).hasValue("text/csv");
        try (InputStream body = body(response)) {
            assertThat(line(body)).isEqualTo("{\"line\":1}");
            analysis.open().get(0).connection().close();
            assertThatThrownBy(() -> line(body)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoGoesAwayFreesTheService() throws Exception {
        HttpResponse<InputStream> response = get("", "application/x-ndjson", "identity");
        HttpServerResponse upstream = analysis.open().get(0).response();
        response.body().close();
        await().until(upstream::closed);
    }

    @Test
    void refusesWhatIsNotOfferedAndTellsWhatIsWrong() {
        given().accept("image/png")
                .get("/api/v1/stances")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        given().accept("text/csv")
                .get("/api/v1/stances?limit=0")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        analysis.away(true);
        given().accept("text/csv")
                .get("/api/v1/stances")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
    }
}
