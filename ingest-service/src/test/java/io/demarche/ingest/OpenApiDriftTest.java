package io.demarche.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The description in the repository is the one that the service gives. {@code -Ddemarche.openapi.update} writes it anew. */
@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class OpenApiDriftTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void theCommittedDescriptionIsTheServedOne() throws Exception {
        String served = given().queryParam("format", "yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (System.getProperty("demarche.openapi.update") != null) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(COMMITTED).exists();
        assertThat(served)
                .as("run the tests of ingest-service with -Ddemarche.openapi.update and commit openapi.yaml")
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everyOperationHasANameAndSaysWhatCanGoWrong() {
        var document = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");

        assertThat(paths).hasSize(14);
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            assertThat(operation).as(method + " " + path).containsKeys("operationId", "summary", "responses");
            assertThat(operation.get("responses"))
                    .as(method + " " + path)
                    .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                    .containsKeys("400", "401", "500", "503");
        }));
    }
}
