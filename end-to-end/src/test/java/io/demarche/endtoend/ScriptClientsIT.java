package io.demarche.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The round-trip programs of clients/ run with the generated TypeScript and Python clients. Skipped, and said so, where
 * their toolchain is not there.
 */
@ExtendWith(SharedSuite.class)
class ScriptClientsIT {

    private static final Path GENERATED = Path.of("target/clients").toAbsolutePath();
    private static final String DONE = "round trip done";

    @Test
    void typescript(Suite suite) throws IOException, InterruptedException {
        Path clients = suite.root().resolve("clients");
        Path compiler = clients.resolve("node_modules/typescript/bin/tsc");
        assumeTrue(
                Files.isRegularFile(compiler) && runs("node", "--version"),
                "TypeScript is not installed: run `npm ci --ignore-scripts` in clients/ to try its client");
        Files.writeString(GENERATED.resolve("typescript/package.json"), "{\"type\": \"module\"}");
        Path out = GENERATED.resolve("typescript-compiled");
        Run compiled = run(
                suite,
                Map.of(),
                "node",
                compiler.toString(),
                "--project",
                clients.resolve("typescript/tsconfig.json").toString());
        assertThat(compiled.status()).as(compiled.said()).isZero();
        Files.writeString(out.resolve("package.json"), "{\"type\": \"module\"}");
        Run run = run(
                suite,
                Map.of(),
                "node",
                out.resolve("clients/typescript/round-trip.js").toString());
        assertThat(run.said()).contains(DONE);
        assertThat(run.status()).isZero();
    }

    @Test
    void python(Suite suite) throws IOException, InterruptedException {
        String client = pythonClient();
        assumeTrue(
                !client.isEmpty(),
                "Python's libraries are not installed: urllib3, python-dateutil and pydantic (Debian: apt install"
                        + " python3-urllib3 python3-dateutil python3-pydantic) to try its client");
        Run run = run(
                suite,
                Map.of("PYTHONPATH", GENERATED.resolve(client).toString(), "PYTHONDONTWRITEBYTECODE", "1"),
                python(),
                suite.root().resolve("clients/python/round_trip.py").toString());
        assertThat(run.said()).contains(DONE);
        assertThat(run.status()).isZero();
    }

    /** The generated client that fits the pydantic that is there; empty when something is missing. */
    private static String pythonClient() throws InterruptedException {
        if (!runs(python(), "-c", "import urllib3, dateutil, pydantic, typing_extensions")) {
            return "";
        }
        boolean second = runs(python(), "-c", "import pydantic, sys; sys.exit(pydantic.VERSION.startswith('1.'))");
        return second ? "python" : "python-pydantic1";
    }

    /** Debian's own where it is, for its libraries are Debian's. */
    private static String python() {
        return Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private record Run(int status, String said) {}

    private static Run run(Suite suite, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("DEMARCHE_URL", suite.url());
        builder.environment().put("DEMARCHE_KEY", suite.key());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }
}
