package io.demarche.analysis.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedDatabaseResource.class)
class StatusResourceTest {

    @Test
    void saysWhatItIsDoing() {
        given().get("/status")
                .then()
                .statusCode(200)
                .body("engine.version", not(blankOrNullString()))
                .body("worker.running", equalTo(false))
                .body("worker.inFlight", equalTo(0))
                .body("stances", greaterThanOrEqualTo(0))
                .body("articles", greaterThanOrEqualTo(0));
    }

    @Test
    void isReadyOnceTheEngineIsLoaded() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("stance engine"));
    }
}
