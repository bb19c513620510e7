package io.demarche.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The committed list of metrics, which dashboard and alerts go by, is what the service serves;
 * {@code -Ddemarche.metrics.update} writes it anew.
 */
@QuarkusTest
class MetricsTest {

    private static final Path LIST = Path.of("../k8s/observability/metrics/gateway.txt");
    private static final Path GUIDE = Path.of("../docs/operations.md");

    private static Set<String> served() {
        given().get("/openapi");
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" ")[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> own(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("demarche_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void areTheListedOnes() throws IOException {
        Set<String> served = served();
        if (System.getProperty("demarche.metrics.update") != null) {
            Files.write(LIST, served);
        }
        Set<String> listed = new TreeSet<>(Files.readAllLines(LIST));
        assertThat(own(served))
                .as("run with -Ddemarche.metrics.update and commit")
                .isEqualTo(own(listed));
        // What Java and the libraries say differs from one release to the next, and pauses are told after the first
        // collection; what is relied on may not go.
        listed.removeIf(name -> !name.matches("(http_server|jvm_memory|process|sql|disk)_.*"));
        assertThat(served).containsAll(listed);
    }

    @Test
    void areExplained() throws IOException {
        String guide = Files.readString(GUIDE);
        assertThat(own(served())).isNotEmpty().allSatisfy(name -> assertThat(guide)
                .contains("`" + name.replaceAll("_max$", "") + "`"));
    }

    @Test
    void pathsThatAreNotThereMakeNoSeries() {
        for (int i = 0; i < 20; i++) {
            given().get("/api/v1/articles/" + i + "?unknown=1");
            given().get("/no/" + i);
            given().get("/app-" + i + ".js");
        }
        assertThat(given().get("/q/metrics")
                        .asString()
                        .lines()
                        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                        .toList())
                .isNotEmpty()
                .allMatch(line ->
                        line.matches(".*uri=\"(/other|root|/openapi|/(api/v1|status)[a-z/-]*(\\{id})?[a-z/]*)\".*"));
    }
}
