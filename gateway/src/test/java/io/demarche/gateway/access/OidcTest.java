package io.demarche.gateway.access;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OidcTest.WithProvider.class)
class OidcTest {

    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(FakeServices.class),
                    new TestResourceEntry(TestKeys.class),
                    new TestResourceEntry(TestProvider.class));
        }
    }

    @FakeServices.Ingest
    WireMockServer ingest;

    TestProvider.Tokens tokens;

    @BeforeEach
    void listing() {
        ingest.stubFor(any(anyUrl()).willReturn(okJson("{\"items\": [], \"next\": null}")));
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(300);
    }

    private static ValidatableResponse list(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/v1/articles")
                .then();
    }

    @Test
    void aTokenWithARoleOpens() {
        list(tokens.of("demarche", soon(), "reader", "something-else"))
                .statusCode(200)
                .header("RateLimit", startsWith("\"caller\";r="));
    }

    @Test
    void theHighestRoleCounts() {
        given().header("Authorization", "Bearer " + tokens.of("demarche", soon(), "reader", "contributor"))
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/articles")
                .then()
                .statusCode(400);
        given().header("Authorization", "Bearer " + tokens.of("demarche", soon(), "reader"))
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/articles")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenWithoutARoleMayNothing() {
        list(tokens.of("demarche", soon(), "root"))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("none of the roles"));
    }

    @Test
    void whatIsNotForUsOrNotOfTheProviderOrOverIsRefused() {
        for (String token : List.of(
                tokens.of("another", soon(), "admin"),
                tokens.of("demarche", Instant.now().minusSeconds(60), "admin"),
                tokens.of(TestProvider.rsa(), "demarche", soon(), "admin"),
                tokens.of("demarche", soon(), "admin") + "x",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmEiLCJyb2xlcyI6WyJhZG1pbiJdfQ.",
                "nonsense")) {
            list(token)
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", containsString("invalid_token"))
                    .body("title", is("Authentication is needed"));
        }
    }

    @Test
    void keysOpenAsWell() {
        list(TestKeys.READER.value()).statusCode(200);
        given().get("/api/v1/articles").then().statusCode(401);
        given().get("/openapi").then().statusCode(200);
    }
}
