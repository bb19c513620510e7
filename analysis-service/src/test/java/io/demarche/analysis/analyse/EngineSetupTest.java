package io.demarche.analysis.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSetupTest {

    @TempDir
    Path folder;

    @Test
    void takesWhatTheKeysAllow() throws IOException {
        Path file = Files.writeString(folder.resolve("model.onnx"), "any");
        for (String library : new String[] {"onnxruntime", "onnxruntime4j_jni"}) {
            Files.createFile(folder.resolve(System.mapLibraryName(library)));
        }

        assertThat(complaint("built-in", 1, null)).isEmpty();
        assertThat(complaint("none", 4, null)).isEmpty();
        assertThat(complaint(file.toString(), 1, folder)).isEmpty();
    }

    @Test
    void namesTheKeyThatIsWrong() {
        Path missing = folder.resolve("missing.onnx");

        assertThat(complaint(missing.toString(), 1, null).orElseThrow())
                .startsWith("demarche.engine.model must be built-in, none or the path of a model file")
                .contains(missing.toString());
        assertThat(complaint(folder.toString(), 1, null).orElseThrow()).startsWith("demarche.engine.model");
        assertThat(complaint("a\0b", 1, null).orElseThrow()).startsWith("demarche.engine.model");
        assertThat(complaint("none", 0, null).orElseThrow())
                .isEqualTo("demarche.engine.threads must be at least 1, not 0.");
        assertThat(complaint("built-in", 1, folder).orElseThrow())
                .startsWith("demarche.engine.native-path")
                .contains(System.mapLibraryName("onnxruntime"));
    }

    @Test
    void saysWhichFileIsNoModel() throws IOException {
        Path file = Files.writeString(folder.resolve("model.onnx"), "no model");

        assertThatThrownBy(() -> setup(file.toString(), 1, null).engine())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("demarche.engine.model: " + file + " is no stance model: ");
    }

    @Test
    void doesWithoutTheEncoder() {
        try (var engine = setup("none", 1, null).engine()) {
            assertThat(engine.info().model()).startsWith("linear+");
        }
    }

    private static Optional<String> complaint(String model, int threads, Path nativePath) {
        return setup(model, threads, nativePath).complaint();
    }

    private static EngineSetup setup(String model, int threads, Path nativePath) {
        return new EngineSetup(new TestEngineConfig(model, threads, Optional.ofNullable(nativePath)));
    }
}
