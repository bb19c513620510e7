package io.demarche.platform.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsTest {

    private static List<String> counted() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
                .toList();
    }

    @Test
    void requestsAreCountedByTheirTemplates() {
        given().get("/trial/things/" + UUID.randomUUID());
        given().get("/trial/query");
        assertThat(counted())
                .anyMatch(line -> line.contains("uri=\"/trial/things/{id}\"") && line.contains("status=\"404\""))
                .anyMatch(line -> line.contains("uri=\"/trial/query\"") && line.contains("status=\"200\""));
        assertThat(given().get("/q/metrics").asString())
                .contains("http_server_requests_seconds_bucket{")
                .contains("le=\"0.001\"");
    }

    @Test
    void pathsThatAreNotThereMakeNoSeries() {
        for (int i = 0; i < 50; i++) {
            String mine = UUID.randomUUID().toString();
            given().get("/" + mine);
            given().delete("/trial/" + mine);
            given().get("/trial/query?unknown=" + mine);
            given().get("/trial/" + mine + "?" + "a".repeat(3000));
            given().urlEncodingEnabled(false).get("/%41/" + mine);
            given().header("X-Large", "a".repeat(4500)).get("/trial/" + mine);
            given().request("MADEUP" + i, "/trial/" + mine);
        }
        given().get("/q/health");
        List<String> counted = counted();
        assertThat(counted)
                .as("only templates and the one for the rest")
                .allMatch(line ->
                        line.matches(".*uri=\"(/trial/[a-z-]+(/\\{[a-z]+})?|/other|NOT_FOUND|UNKNOWN|root)\".*"));
        assertThat(counted.size()).isLessThan(100);
    }
}
