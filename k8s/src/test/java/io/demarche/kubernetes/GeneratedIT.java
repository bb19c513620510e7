package io.demarche.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is committed is what the services' builds write; {@code mvn -Pk8s package} renews it. */
class GeneratedIT {

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "ingest-service", "analysis-service"})
    void isAsCommitted(String service) throws IOException {
        Path built = Path.of("..", service, "target", "kubernetes", "kubernetes.yml");
        assertThat(built).as("what the build of %s writes", service).exists();
        assertThat(Rendered.parse(Files.readString(Path.of("base", service, "kubernetes.yml"))))
                .as("k8s/base/%s: renew it with mvn -Pk8s package", service)
                .isNotEmpty()
                .isEqualTo(Rendered.parse(Files.readString(built)));
    }
}
