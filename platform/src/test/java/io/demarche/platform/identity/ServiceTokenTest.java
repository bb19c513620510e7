package io.demarche.platform.identity;

import static io.demarche.platform.identity.MadeTokens.SECRET;
import static io.demarche.platform.identity.MadeTokens.hs256;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.platform.TrialClient;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Instant;
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

    private static String good() {
        return hs256(SECRET, Instant.now(), claims -> claims.setAudience("trial"));
    }

    @Test
    void aTokenOpens() {
        assertThat(given().header("Authorization", "Bearer " + good())
                        .get("/trial/query")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().header("Authorization", "bearer " + good())
                        .get("/trial/query")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer a.b.c", "Bearer " + SECRET, "Basic " + SECRET, SECRET})
    void anythingElseDoesNot(String header) {
        assertRefused(given().header("Authorization", header).get("/trial/query"));
    }

    @Test
    void aTokenForAnotherDoesNot() {
        String forAnother = hs256(SECRET, Instant.now(), claims -> claims.setAudience("other"));
        assertRefused(given().header("Authorization", "Bearer " + forAnother).get("/trial/query"));
        assertRefused(given().header("Authorization", "Basic " + good()).get("/trial/query"));
    }

    @Test
    void aHugeTokenDoesNot() {
        assertRefused(
                given().header("Authorization", "Bearer " + "a".repeat(3000)).get("/trial/query"));
        assertThat(given().header("Authorization", "Bearer " + "a".repeat(9000))
                        .get("/trial/query")
                        .statusCode())
                .isEqualTo(431);
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
    void theClientFilterShowsAToken() {
        assertThat(client.names()).isEqualTo("{\"heard\":\"all\"}");
    }

    private static void assertRefused(Response response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("/problems/unauthorized");
        assertThat(response.asString()).doesNotContain("s3cret");
    }

    /** A service that demands tokens, and may call itself. */
    public static final class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String port = Integer.toString(freePort());
            return Map.of(
                    "demarche.service.name",
                    "trial",
                    "demarche.service.required",
                    "true",
                    "demarche.service.callers",
                    "gateway,trial",
                    "demarche.service.secret",
                    SECRET,
                    "demarche.service.callees.trial",
                    "http://127.0.0.1:" + port,
                    "quarkus.http.test-port",
                    port);
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
