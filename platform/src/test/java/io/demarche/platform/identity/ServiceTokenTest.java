package io.demarche.platform.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.platform.TrialClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ServiceTokenTest.Guarded.class)
class ServiceTokenTest {

    @RestClient
    TrialClient client;

    @Test
    void theTokenOpens() {
        Response response =
                given().header("Authorization", "Bearer s3cret-0mega").get("/trial/query");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(given().header("Authorization", "bearer s3cret-0mega")
                        .get("/trial/query")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer s3cret-0mega2", "Basic s3cret-0mega", "s3cret-0mega"})
    void anythingElseDoesNot(String header) {
        assertRefused(given().header("Authorization", header).get("/trial/query"));
    }

    @Test
    void noTokenDoesNotEither() {
        assertRefused(given().get("/trial/query"));
        assertRefused(given().get("/trial/nowhere"));
        assertRefused(given().contentType("application/json").body("{").post("/trial/body"));
    }

    @Test
    void healthAndOpenApiAreOpen() {
        assertThat(given().get("/q/health").statusCode()).isEqualTo(200);
        assertThat(given().get("/q/openapi").statusCode()).isEqualTo(200);
    }

    @Test
    void theClientFilterShowsTheToken() {
        assertThat(client.names()).isEqualTo("{\"heard\":\"all\"}");
    }

    private static void assertRefused(Response response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/unauthorized");
        assertThat(response.asString()).doesNotContain("s3cret");
    }

    /** A service that demands the token. */
    public static final class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("demarche.service.required", "true", "demarche.service.token", "s3cret-0mega");
        }
    }
}
