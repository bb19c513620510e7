package io.demarche.ingest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was built, jar or native executable, does each thing that the service is for. */
@QuarkusIntegrationTest
@TestProfile(PackagedProfile.class)
@WithTestResource(EmbeddedDatabaseResource.class)
class ArticleLifeIT {

    @Test
    void anArticleFromTheDoorToItsEnd() {
        String id = Api.accept("Ruritania");
        Api.post("/articles", Map.of("text", Api.text("Ruritania")))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("duplicate", equalTo(true));
        when().get("/articles/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PENDING"))
                .body("language", equalTo("en"))
                .body("paragraphs", hasSize(2));
        when().get("/articles?state=PENDING&limit=500").then().statusCode(200).body("items.id", hasItem(id));
        when().get("/backlog").then().statusCode(200).body("pending", greaterThan(0));

        Map<String, Object> lease = leased(id);
        assertThat(report("extend", lease, Map.of(), Map.of("seconds", 60))).containsExactly("OK");
        assertThat(report("release", lease, Map.of(), Map.of())).containsExactly("OK");
        lease = leased(id);
        assertThat(lease).as("a handed back lease is no attempt").containsEntry("attempt", 1);
        assertThat(report("fail", lease, Map.of("reason", "try again", "retry", false), Map.of()))
                .containsExactly("OK");
        when().get("/articles/" + id).then().body("state", equalTo("FAILED")).body("failure", notNullValue());

        String other = Api.accept("Graustark");
        assertThat(report("complete", leased(other), Map.of("engineVersion", "1"), Map.of()))
                .containsExactly("OK");
        when().get("/articles/" + other).then().body("state", equalTo("ANALYSED"));

        when().delete("/articles/" + other).then().statusCode(204);
        when().get("/articles/" + other)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", notNullValue());
        when().get("/removals").then().statusCode(200).body("articleIds", hasItem(other));
        Api.post("/removals/confirm", Map.of("articleIds", List.of(other))).statusCode(204);
        when().get("/removals").then().body("articleIds", not(hasItem(other)));
    }

    @Test
    void aPageIsExtracted() {
        String page = "<html><head><title>Переговоры</title><meta property='og:site_name' content='Вести'>"
                + "<meta property='article:published_time' content='2024-05-01T12:00:00+03:00'></head><body><nav>Меню</nav>"
                + "<article><h1>Переговоры</h1><p>" + "Москва приветствует переговоры о мире. ".repeat(8)
                + "</p><p>Подписывайтесь на нас в соцсетях</p></article></body></html>";
        Api.post("/extractions", Map.of("html", page))
                .statusCode(200)
                .body("title", equalTo("Переговоры"))
                .body("language", equalTo("ru"))
                .body("notes", notNullValue());
        String id = Api.post("/articles", Map.of("html", page, "url", "https://www.xn--b1amarcd.example.co.uk/a"))
                .statusCode(202)
                .extract()
                .path("id");
        when().get("/articles/" + id)
                .then()
                .body("source", equalTo("example.co.uk"))
                .body("publishedAt", equalTo("2024-05-01T09:00:00Z"));
    }

    @Test
    void aBatchIsAnsweredLineByLine() {
        String answers = given().config(RestAssured.config()
                        .encoderConfig(encoderConfig().encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson")
                .body("{\"text\":\"" + Api.text("Zenda").replace("\n", "\\n") + "\"}\n{\"text\": nope}\n")
                .post("/articles/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(answers.lines()).hasSize(2).satisfies(lines -> {
            assertThat(lines.get(0)).contains("\"line\":1").contains("PENDING");
            assertThat(lines.get(1)).contains("\"line\":2").contains("\"status\":400");
        });
    }

    @Test
    void anIdempotentPostIsAnsweredTheSameTwice() {
        List<String> ids = Stream.of(1, 2)
                .map(time -> given().contentType(ContentType.JSON)
                        .header("Idempotency-Key", "the same")
                        .body(Map.of("text", Api.text("Syldavia")))
                        .post("/articles")
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("id"))
                .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void everyMistakeIsNamed() {
        Api.post("/articles", Map.of())
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors", not(empty()));
        Api.post("/articles", Map.of("text", "a", "texd", "b")).statusCode(400).body("errors.field", hasItem("texd"));
        Api.post("/leases", Map.of("worker", "w", "max", 0, "seconds", 1))
                .statusCode(400)
                .body("errors.field", hasItem("max"));
        given().contentType(ContentType.JSON)
                .body("{\"text\": 1")
                .post("/articles")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        when().get("/articles?nope=1").then().statusCode(400).body("errors.field", hasItem("nope"));
        when().get("/articles/nope").then().statusCode(404).contentType("application/problem+json");
        when().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        when().patch("/articles").then().statusCode(405).contentType("application/problem+json");
        given().contentType("text/plain")
                .body("a")
                .post("/articles")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void itTellsOfItself() {
        when().get("/q/health/live").then().statusCode(200);
        when().get("/q/health/ready").then().statusCode(200);
        when().get("/q/health/started").then().statusCode(200);
        when().get("/q/metrics").then().statusCode(200).body(containsString("demarche_work_articles"));
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"));
    }

    private static Map<String, Object> leased(String id) {
        return Api.lease(100, 60).stream()
                .filter(lease -> id.equals(lease.get("articleId")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> report(
            String what, Map<String, Object> lease, Map<String, Object> more, Map<String, Object> top) {
        Map<String, Object> body = new java.util.HashMap<>(top);
        body.put("leases", List.of(Api.report(lease, more)));
        return Api.post("/leases/" + what, body).statusCode(200).extract().path("results.outcome");
    }
}
