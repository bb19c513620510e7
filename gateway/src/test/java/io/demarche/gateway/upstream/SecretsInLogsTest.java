package io.demarche.gateway.upstream;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.demarche.gateway.testing.FakeServices;
import io.demarche.gateway.testing.Samples;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** Whatever is logged, at whatever level: no key, no token, no secret. */
@QuarkusTest
@TestProfile(SecretsInLogsTest.Talkative.class)
@WithTestResource(FakeServices.class)
class SecretsInLogsTest {

    private static final String CALLERS = "key-of-a-caller-that-nobody-may-read";

    public static class Talkative implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.log.category.\"io.demarche\".level", "ALL",
                    "quarkus.log.category.\"org.jose4j\".level", "DEBUG",
                    "quarkus.log.category.\"io.quarkus.rest\".level", "DEBUG",
                    "quarkus.log.category.\"org.jboss.resteasy.reactive\".level", "DEBUG");
        }
    }

    @FakeServices.Ingest
    WireMockServer ingest;

    private static final class Everything extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLoggerName() + " " + formatter.format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void stayOutOfTheLog() {
        Everything log = new Everything();
        Logger root = Logger.getLogger("");
        root.addHandler(log);
        try {
            for (int status : new int[] {200, 401, 500}) {
                ingest.stubFor(any(anyUrl()).willReturn(Samples.json(status, "{")));
                given().header("Authorization", "Bearer " + CALLERS)
                        .header("X-API-Key", CALLERS)
                        .get("/api/v1/articles")
                        .then()
                        .statusCode(502);
                given().header("Authorization", "Bearer " + CALLERS)
                        .contentType("application/json")
                        .body("{")
                        .post("/api/v1/articles")
                        .then()
                        .statusCode(400);
            }
        } finally {
            root.removeHandler(log);
        }
        String shown = ingest.getAllServeEvents().get(0).getRequest().getHeader("Authorization");
        assertThat(shown).startsWith("Bearer ey");
        assertThat(log.lines).isNotEmpty();
        assertThat(String.join("\n", log.lines))
                .doesNotContain(CALLERS, FakeServices.SECRET, shown.substring("Bearer ".length()), "Bearer ");
    }
}
