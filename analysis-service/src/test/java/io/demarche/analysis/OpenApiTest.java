package io.demarche.analysis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed {@code openapi.yaml} says what the service does. {@code -Ddemarche.openapi.update} writes it anew. */
@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class OpenApiTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final String UPDATE = "demarche.openapi.update";

    @Test
    void theCommittedDocumentIsUpToDate() throws IOException {
        String served =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (System.getProperty(UPDATE) != null) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(COMMITTED).exists();
        assertThat(served)
                .as("run the tests of this module with -D%s to write openapi.yaml anew", UPDATE)
                .isEqualTo(Files.readString(COMMITTED));
    }
}
