package io.demarche.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.demarche.contract.client.ClientContract;
import io.demarche.contract.document.Document;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every REST client and its records fit the committed document of the service that it calls. */
class UpstreamContractTest {

    private static final Map<String, Document> SERVICES =
            Map.of("ingest", Document.read(Path.of("../ingest-service/openapi.yaml")));

    static Stream<Class<?>> clients() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.demarche.analysis").stream()
                        .filter(one -> one.isAnnotatedWith(RegisterRestClient.class))
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void fitsItsService(Class<?> client) {
        String service = client.getAnnotation(RegisterRestClient.class).configKey();
        assertThat(SERVICES).containsKey(service);
        assertThat(ClientContract.faults(client, SERVICES.get(service))).isEmpty();
    }

    @Test
    void allAreFound() {
        assertThat(clients()).hasSizeGreaterThan(1);
    }
}
