package io.demarche.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is committed is what the services' builds write; {@code mvn -Pk8s package} renews it. */
class GeneratedIT {

    @ParameterizedTest
    @MethodSource("services")
    void isAsCommitted(String service) throws IOException {
        assertThat(Files.readString(Path.of("base", service, "kubernetes.yml")))
                .as("k8s/base/%s: renew it with mvn -Pk8s package", service)
                .isNotBlank()
                .isEqualTo(Manifests.built(Path.of(".."), service));
    }

    static List<String> services() {
        return Manifests.SERVICES;
    }
}
