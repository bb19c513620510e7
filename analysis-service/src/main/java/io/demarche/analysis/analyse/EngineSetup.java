package io.demarche.analysis.analyse;

import io.demarche.engine.StanceEngine;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the engine that {@link EngineConfig} asks for. */
final class EngineSetup {

    private static final String BUILT_IN = "built-in";
    private static final String NONE = "none";
    private static final String LIBRARIES = "onnxruntime.native.path";

    private final EngineConfig config;
    private final Optional<ShippedFiles> shipped;

    /** @param shipped files to take where the configuration names none */
    EngineSetup(EngineConfig config, Optional<ShippedFiles> shipped) {
        this.config = config;
        this.shipped = shipped;
    }

    /** What is wrong with the configuration, in a sentence; empty when nothing is. */
    Optional<String> complaint() {
        return Stream.of(model(), threads(), libraries())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The engine. Takes hundreds of milliseconds.
     *
     * @throws IllegalArgumentException when the model file is none; the message is for whoever configured it
     */
    StanceEngine engine() {
        // ONNX Runtime reads it once, when the first model is opened.
        libraryFolder()
                .ifPresent(folder ->
                        System.setProperty(LIBRARIES, folder.toAbsolutePath().toString()));
        StanceEngine.Builder builder = StanceEngine.builder().threads(config.threads());
        return switch (config.model()) {
            case BUILT_IN -> {
                shipped.flatMap(ShippedFiles::model).ifPresent(builder::modelFile);
                yield builder.build();
            }
            case NONE -> builder.linear().build();
            default -> ofFile(builder);
        };
    }

    /** Where ONNX Runtime's libraries lie as files; empty when it has to unpack them. */
    Optional<Path> libraryFolder() {
        return config.nativePath().or(() -> shipped.flatMap(ShippedFiles::libraries));
    }

    private StanceEngine ofFile(StanceEngine.Builder builder) {
        try {
            return builder.modelFile(Path.of(config.model())).build();
        } catch (IllegalArgumentException unusable) {
            Throwable cause = unusable.getCause() == null ? unusable : unusable.getCause();
            throw new IllegalArgumentException(
                    "demarche.engine.model: " + config.model() + " is no stance model: " + cause.getMessage(),
                    unusable);
        }
    }

    private Optional<String> model() {
        if (config.model().equals(BUILT_IN) || config.model().equals(NONE)) {
            return Optional.empty();
        }
        String key = "demarche.engine.model must be " + BUILT_IN + ", " + NONE + " or the path of a model file: ";
        try {
            Path file = Path.of(config.model());
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return Optional.empty();
            }
            return Optional.of(key + file.toAbsolutePath() + " is no file that can be read.");
        } catch (InvalidPathException invalid) {
            return Optional.of(key + "\"" + config.model() + "\" is none of them.");
        }
    }

    private Optional<String> threads() {
        return config.threads() >= 1
                ? Optional.empty()
                : Optional.of("demarche.engine.threads must be at least 1, not " + config.threads() + ".");
    }

    private Optional<String> libraries() {
        return config.nativePath().flatMap(folder -> ShippedFiles.missingLibrary(folder)
                .map(library -> "demarche.engine.native-path must hold ONNX Runtime's two libraries: "
                        + folder.toAbsolutePath() + " has no " + library + " that can be read."));
    }
}
