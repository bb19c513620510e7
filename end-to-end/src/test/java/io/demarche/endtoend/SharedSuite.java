package io.demarche.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests that kill nothing one suite that runs until the last of them is done. */
final class SharedSuite implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Suite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedSuite.class))
                .computeIfAbsent("suite", key -> new Running(), Running.class)
                .suite;
    }

    private static final class Running implements AutoCloseable {

        private final Path data;
        private final Suite suite;

        Running() {
            try {
                data = Files.createTempDirectory("demarche-shared");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            suite = new Suite(data);
            suite.startIngest();
            suite.startAnalysis();
            suite.startGateway();
            suite.awaitIngest();
            suite.awaitAnalysis();
            suite.awaitGateway();
        }

        @Override
        public void close() throws IOException {
            suite.close();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
