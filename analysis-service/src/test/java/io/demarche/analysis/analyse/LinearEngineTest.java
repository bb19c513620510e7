package io.demarche.analysis.analyse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that is told to do without the encoder says so in every answer. */
@QuarkusTest
@TestProfile(LinearEngineTest.NoModel.class)
@WithTestResource(EmbeddedDatabaseResource.class)
class LinearEngineTest {

    public static final class NoModel implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("demarche.engine.model", "none", "demarche.engine.threads", "2");
        }
    }

    @Test
    void saysThatItIsLinear() {
        given().contentType("application/json")
                .body(Map.of("text", "Moscow welcomed the peace talks."))
                .post("/analyses")
                .then()
                .statusCode(200)
                .body("engine.model", startsWith("linear+"))
                .body("stances[0].holder.id", equalTo("russia"));
    }
}
