package io.demarche.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed document is the one that the gateway serves; {@code -Ddemarche.openapi.update} writes it anew. */
@QuarkusTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void isTheCommittedOne() throws IOException {
        String served = new String(
                given().accept("application/yaml")
                        .get("/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                StandardCharsets.UTF_8);
        if (System.getProperty("demarche.openapi.update") != null) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(COMMITTED).exists();
        assertThat(served)
                .as("run the tests once with -Ddemarche.openapi.update and commit openapi.yaml")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void saysAllThatAClientNeeds() {
        String served = given().accept("application/json")
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(served).contains("\"openapi\" : \"3.1.0\"");
        assertThat(served)
                .contains(
                        "submitArticle",
                        "submitArticles",
                        "listArticles",
                        "getArticle",
                        "getArticleStances",
                        "extractArticle",
                        "subscribeFeed",
                        "listFeeds",
                        "getFeed",
                        "changeFeed",
                        "deleteFeed",
                        "analyse",
                        "listStances",
                        "streamStances",
                        "getStatus");
    }

    @Test
    void canBeBrowsed() {
        given().get("/docs/").then().statusCode(200);
    }
}
