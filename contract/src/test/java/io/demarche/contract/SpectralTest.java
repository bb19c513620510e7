package io.demarche.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spectral's rules for OpenAPI, warnings counted. Skipped where it is not installed: {@code npm ci} in clients/. */
class SpectralTest {

    private static final Path CLIENTS = Committed.root().resolve("clients");
    private static final Path SPECTRAL = CLIENTS.resolve("node_modules/@stoplight/spectral-cli/dist/index.js");

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "ingest-service", "analysis-service"})
    void hasNothingToSay(String service) throws IOException, InterruptedException {
        assumeTrue(
                Files.isRegularFile(SPECTRAL) && hasNode(),
                "Spectral is not installed: run `npm ci --ignore-scripts` in clients/ to lint the documents");
        Process spectral = new ProcessBuilder(
                        "node",
                        SPECTRAL.toString(),
                        "lint",
                        "--ruleset",
                        CLIENTS.resolve("spectral.yaml").toString(),
                        "--fail-severity",
                        "hint",
                        Committed.root()
                                .resolve(service)
                                .resolve("openapi.yaml")
                                .toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(spectral.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(spectral.waitFor()).as(said).isZero();
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException noNode) {
            return false;
        }
    }
}
