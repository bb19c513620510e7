package io.demarche.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;

import io.demarche.embedded.testing.EmbeddedDatabaseResource;
import io.quarkus.test.common.WithTestResource;
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
@WithTestResource(EmbeddedDatabaseResource.class)
class MetricsTest {

    private static final Path LIST = Path.of("../k8s/observability/metrics/ingest-service.txt");
    private static final Path GUIDE = Path.of("../docs/operations.md");

    private static Set<String> served() {
        given().get("/backlog");
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
    void readinessIsTheDatabasesAndLivenessNobodys() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("Graceful Shutdown", "Reactive PostgreSQL connections health check"));
        given().get("/q/health/live").then().statusCode(200).body("checks", empty());
        given().get("/q/health/started").then().statusCode(200);
    }
}
