package io.demarche.gateway.cache;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CacheTest.Patient.class)
@WithTestResource(value = FakeServices.class, initArgs = @ResourceArg(name = "cache", value = "true"))
class CacheTest {

    public static class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Fresh for longer than any test takes.
            return Map.of("demarche.cache.fresh", "5m");
        }
    }

    private static final String PAGE = "{\"items\": [], \"next\": null}";

    @FakeServices.Ingest
    WireMockServer ingest;

    @Test
    void asksOnceAndTellsWhoHasItAlready() {
        String path = article("ANALYSED");
        String etag = given().get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .header("Cache-Status", "demarche; fwd=miss")
                .header("Demarche-Stale", nullValue())
                .extract()
                .header("ETag");
        assertThat(etag).startsWith("\"").endsWith("\"");

        given().get(path)
                .then()
                .statusCode(200)
                .header("ETag", etag)
                .header("Cache-Status", "demarche; hit")
                .header("Age", is("0"))
                .body("state", equalTo("ANALYSED"));
        given().header("If-None-Match", "\"other\", W/" + etag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .body(is(""));
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        assertThat(ingest.getAllServeEvents()).hasSize(1);
    }

    @Test
    void keepsNothingThatIsAboutToChange() {
        String path = article("PENDING");
        given().get(path).then().statusCode(200).header("Cache-Status", startsWith("demarche; fwd=miss"));
        given().get(path).then().statusCode(200).header("Cache-Status", startsWith("demarche; fwd=miss"));
        assertThat(ingest.getAllServeEvents()).hasSize(2);
    }

    @Test
    void equalQuestionsHaveOneKey() {
        ingest.stubFor(any(anyUrl()).willReturn(Samples.json(200, PAGE)));
        given().get("/api/v1/articles?source=one.example&limit=50").then().statusCode(200);
        given().get("/api/v1/articles?source=one.example").then().header("Cache-Status", "demarche; hit");
        given().get("/api/v1/articles?limit=50&source=one.example").then().header("Cache-Status", "demarche; hit");
        given().get("/api/v1/articles?source=two.example").then().header("Cache-Status", "demarche; fwd=miss");
    }

    @Test
    void aWriterSeesWhatHeWrote() {
        ingest.stubFor(any(anyUrl()).willReturn(Samples.json(200, PAGE)));
        ingest.stubFor(post("/articles")
                .willReturn(Samples.json(202, "{\"id\": \"" + Samples.ID + "\", \"state\": \"PENDING\"}")));
        given().get("/api/v1/articles?source=mine.example").then().statusCode(200);
        given().contentType("application/json")
                .body("{\"text\": \"a\"}")
                .post("/api/v1/articles")
                .then()
                .statusCode(202);
        given().get("/api/v1/articles?source=mine.example").then().header("Cache-Status", "demarche; fwd=miss");
    }

    @Test
    void whatIsRemovedDoesNotComeBack() {
        String path = article("ANALYSED");
        given().get(path).then().statusCode(200);
        ingest.stubFor(any(urlPathEqualTo(path.substring("/api/v1".length())))
                .willReturn(aResponse().withStatus(204)));
        given().delete(path).then().statusCode(204);
        ingest.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        given().get(path).then().statusCode(502);
    }

    @Test
    void whoAsksTheSameAtTheSameTimeSharesTheAnswer() {
        UUID id = UUID.randomUUID();
        ingest.stubFor(get("/articles/" + id)
                .willReturn(Samples.json(200, Samples.articleDetails("PENDING")).withFixedDelay(1_000)));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            CompletableFuture.allOf(IntStream.range(0, 8)
                            .mapToObj(i -> CompletableFuture.runAsync(
                                    () -> given().get("/api/v1/articles/" + id)
                                            .then()
                                            .statusCode(200)
                                            .body("state", equalTo("PENDING")),
                                    callers))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            callers.shutdownNow();
        }
        // Whoever came after the answer asked again: fewer questions than callers is what counts.
        assertThat(ingest.findAll(getRequestedFor(urlPathEqualTo("/articles/" + id)))
                        .size())
                .isLessThan(8);
    }

    private String article(String state) {
        UUID id = UUID.randomUUID();
        ingest.stubFor(get("/articles/" + id).willReturn(Samples.json(200, Samples.articleDetails(state))));
        ingest.resetRequests();
        return "/api/v1/articles/" + id;
    }
}
