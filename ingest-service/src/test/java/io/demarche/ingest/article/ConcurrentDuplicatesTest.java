package io.demarche.ingest.article;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.demarche.ingest.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class ConcurrentDuplicatesTest {

    private static final int POSTS = 1_000;

    @TestHTTPResource("/articles")
    URI articles;

    @Inject
    Pool pool;

    @BeforeEach
    void clear() {
        Api.clear(pool);
    }

    @Test
    void aThousandPostsOfOneArticleStoreOne() throws Exception {
        ObjectMapper json = new ObjectMapper();
        String body = json.writeValueAsString(Map.of("text", Api.text("Freedonia")));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(articles)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            calls.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }
        CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(120, TimeUnit.SECONDS);

        Set<String> ids = new HashSet<>();
        int created = 0;
        for (CompletableFuture<HttpResponse<String>> call : calls) {
            HttpResponse<String> response = call.get();
            assertThat(response.statusCode()).as(response.body()).isIn(200, 202);
            created += response.statusCode() == 202 ? 1 : 0;
            ids.add(json.readTree(response.body()).get("id").textValue());
        }
        assertThat(created).isEqualTo(1);
        assertThat(ids).hasSize(1);
        given().get("/articles").then().body("items.size()", is(1));
        given().get("/backlog").then().body("pending", is(1));
    }
}
