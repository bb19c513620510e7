package io.demarche.gateway.access;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.demarche.key.ApiKey;
import io.demarche.key.KeyFile;
import io.demarche.key.Role;
import io.demarche.key.Secret;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AccessTest.WithKeys.class)
class AccessTest {

    public static class WithKeys implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FakeServices.class), new TestResourceEntry(TestKeys.class));
        }
    }

    @FakeServices.Ingest
    WireMockServer ingest;

    @BeforeEach
    void listing() {
        ingest.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"items\": [], \"next\": null}")));
    }

    private static RequestSpecification with(Secret secret) {
        return given().header("Authorization", "Bearer " + secret.value());
    }

    @Test
    void nobodyIsLetInWithoutAKey() {
        given().get("/api/v1/articles")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("title", is("Authentication is needed"))
                .body("instance", is("/api/v1/articles"));
        assertThat(ingest.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/articles/",
                "//api/v1/articles",
                "/api/v1/./articles",
                "/x/../api/v1/articles",
                "/api/v1/articles;a=b",
                "/%61pi/v1/articles",
                "/status",
                "/q/metrics",
                "/q/info",
                "/no/such/path"
            })
    void noOtherSpellingOfAPathIsOpen(String path) {
        int status = given().urlEncodingEnabled(false).get(path).statusCode();
        assertThat(status).isIn(401, 400);
        assertThat(ingest.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app.js", "/openapi", "/docs/", "/q/health/live"})
    void whatIsForEverybodyIsOpen(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void aKeyOpensInEitherHeader() {
        with(TestKeys.READER).get("/api/v1/articles").then().statusCode(200);
        given().header("X-API-Key", TestKeys.READER.value())
                .get("/api/v1/articles")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer nonsense", "bearer nonsense", "Bearer dmk_aaaaaaaaaa_", "Bearer eyJhbGciOiJub25lIn0.e30."
            })
    void aWrongKeyIsSaidToBeWrong(String header) {
        given().header("Authorization", header)
                .get("/api/v1/articles")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("detail", startsWith("The key or token is not valid"));
    }

    @Test
    void anExpiredKeyOpensNothing() {
        with(TestKeys.EXPIRED).get("/api/v1/articles").then().statusCode(401);
    }

    @Test
    void aWrongKeyIsWrongOnThePublicPathsToo() {
        given().header("X-API-Key", "dmk_x").get("/openapi").then().statusCode(401);
    }

    @Test
    void readersDoNotWrite() {
        with(TestKeys.READER)
                .contentType("application/json")
                .body("{\"text\": \"x\"}")
                .post("/api/v1/articles")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", is("The role reader is not enough for this. It needs contributor."));
        with(TestKeys.READER).delete("/api/v1/articles/" + Samples.ID).then().statusCode(403);
        assertThat(ingest.getAllServeEvents()).isEmpty();
        // Invalid, and so judged by what it says and not by who says it.
        with(TestKeys.READER)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/analyses")
                .then()
                .statusCode(400);
    }

    @Test
    void contributorsAndAdminsDo() {
        for (Secret secret : List.of(TestKeys.CONTRIBUTOR, TestKeys.ADMIN)) {
            with(secret)
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/v1/articles")
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void whatIsRevokedIsRefusedSoon() throws IOException {
        with(TestKeys.ADMIN).get("/api/v1/articles").then().statusCode(200);
        new KeyFile(TestKeys.FILE).update(keys -> keys.stream()
                .map(key -> key.id().equals(TestKeys.ADMIN.id()) ? key.revoked(Instant.now()) : key)
                .toList());
        await().until(() -> with(TestKeys.ADMIN).get("/api/v1/articles").statusCode() == 401);
        with(TestKeys.READER).get("/api/v1/articles").then().statusCode(200);
        TestKeys.write();
        await().until(() -> with(TestKeys.ADMIN).get("/api/v1/articles").statusCode() == 200);
    }

    @Test
    void aNewKeyOpensAtOnce() throws IOException {
        Secret made = Secret.random(new SecureRandom());
        new KeyFile(TestKeys.FILE).update(keys -> Stream.concat(
                        keys.stream(),
                        Stream.of(new ApiKey(
                                made.id(),
                                "new",
                                made.hash(),
                                Role.READER,
                                OptionalInt.empty(),
                                Instant.now(),
                                null,
                                null)))
                .toList());
        with(made).get("/api/v1/articles").then().statusCode(200);
    }

    @Test
    void aCallerIsToldHowMuchIsLeftAndWhenToComeBack() {
        with(TestKeys.READER)
                .get("/api/v1/articles")
                .then()
                .header("RateLimit-Policy", "\"caller\";q=500;w=10")
                .header("RateLimit", startsWith("\"caller\";r="));
        with(TestKeys.SLOW).get("/api/v1/articles").then().statusCode(200);
        String wait = with(TestKeys.SLOW)
                .get("/api/v1/articles")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit", startsWith("\"caller\";r=0;t="))
                .extract()
                .header("Retry-After");
        assertThat(Integer.parseInt(wait)).isBetween(1, 60);
    }

    @Test
    void writesAreTakenDownAndKeysAreNot() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler catcher = new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(new org.jboss.logmanager.formatters.PatternFormatter("%m%n%e")
                        .format(org.jboss.logmanager.ExtLogRecord.wrap(record)));
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
        Logger root = LogContext.getLogContext().getLogger("");
        root.addHandler(catcher);
        try {
            with(TestKeys.CONTRIBUTOR)
                    .contentType("application/json")
                    .body("{}")
                    .post("/api/v1/articles");
            given().delete("/api/v1/feeds/%0a1");
            with(TestKeys.READER).get("/api/v1/articles");
            await().untilAsserted(() -> assertThat(lines)
                    .anyMatch(line -> line.startsWith("POST /api/v1/articles 400 by key:bbbbbbbbbb from 127.0.0.1"))
                    .anyMatch(
                            line -> line.startsWith("DELETE /api/v1/feeds/") && line.contains("401 by nobody known")));
            assertThat(lines).noneMatch(line -> line.startsWith("GET"));
            assertThat(lines)
                    .noneMatch(
                            line -> line.contains(TestKeys.CONTRIBUTOR.value().substring(20)));
        } finally {
            root.removeHandler(catcher);
        }
    }

    @Test
    void browsersAreToldWhatTheyMayDo() {
        given().get("/")
                .then()
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Permissions-Policy", containsString("camera=()"));
        assertThat(given().header("Origin", "https://elsewhere.example")
                        .get("/openapi")
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }
}
