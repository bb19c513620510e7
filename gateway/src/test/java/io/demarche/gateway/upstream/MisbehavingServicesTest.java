package io.demarche.gateway.upstream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.gateway.testing.MisbehavingServices;
import io.demarche.gateway.testing.MisbehavingServices.Manner;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each operation, while the services do each thing that services do: a clear problem or a marked answer, in bounded time. */
@QuarkusTest
@WithTestResource(MisbehavingServices.class)
class MisbehavingServicesTest {

    /** Two tries of 0.8 s, twice where a second service is asked, and time for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    MisbehavingServices services;

    @BeforeEach
    void behave() {
        services.behave(Manner.WELL);
    }

    @ParameterizedTest
    @EnumSource(value = Manner.class, names = "WELL", mode = EnumSource.Mode.EXCLUDE)
    void isAProblemOrAMarkedAnswer(Manner manner) {
        List<Operations.Operation> operations = Operations.all();
        assertThat(operations).hasSizeGreaterThan(10);
        for (Operations.Operation operation : operations) {
            services.behave(manner);
            Instant began = Instant.now();
            Response alone = operation.send(manner.ordinal());
            assertProblem(operation, manner, alone);
            if (operation.kept()) {
                services.behave(Manner.WELL);
                String good = operation
                        .send(manner.ordinal())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
                services.behave(manner);
                assertStale(operation, operation.send(manner.ordinal()), good);
            }
            assertThat(Duration.between(began, Instant.now())).isLessThan(PATIENCE);
        }
    }

    private static void assertProblem(Operations.Operation operation, Manner manner, Response response) {
        assertThat(response.statusCode())
                .as("%s %s: %s", operation, manner, response.asString())
                .isIn(502, 503, 504);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getInt("status")).isEqualTo(response.statusCode());
        assertThat(response.asString()).doesNotContain("secret", "Exception", "127.0.0.1");
        if (response.statusCode() == 503) {
            assertThat(response.header("Retry-After")).isNotBlank();
        }
    }

    private static void assertStale(Operations.Operation operation, Response response, String good) {
        assertThat(response.statusCode()).as(operation.id()).isEqualTo(200);
        assertThat(response.header("Demarche-Stale")).isEqualTo("true");
        assertThat(response.header("Cache-Status")).startsWith("demarche; hit; ttl=-");
        assertThat(response.header("Age")).matches("\\d+");
        assertThat(response.asString()).isEqualTo(good);
    }

    @Test
    void aCallerMayWaitLess() {
        services.behave(Manner.SAYS_NOTHING);
        given().header("Demarche-Timeout-Ms", "50")
                .get("/api/v1/stances?limit=7")
                .then()
                .statusCode(504)
                .contentType("application/problem+json");
        given().header("Demarche-Timeout-Ms", "0").get("/api/v1/stances").then().statusCode(400);
        given().header("Demarche-Timeout-Ms", "soon")
                .get("/api/v1/stances")
                .then()
                .statusCode(400);
    }
}
