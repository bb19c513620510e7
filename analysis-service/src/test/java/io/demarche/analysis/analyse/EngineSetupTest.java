package io.demarche.analysis.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.engine.StanceEngine;
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

    @Test
    void takesWhatLiesBesideAnExecutable() throws Exception {
        ShippedFiles shipped = new ShippedFiles(folder);
        assertThat(new EngineSetup(new TestEngineConfig("built-in", 1, Optional.empty()), Optional.of(shipped))
                        .libraryFolder())
                .as("nothing there")
                .isEmpty();

        Path model = folder.resolve("io/demarche/engine/pairs.onnx");
        Files.createDirectories(model.getParent());
        Files.copy(StanceEngine.class.getResourceAsStream("pairs.onnx"), model);
        EngineSetup setup =
                new EngineSetup(new TestEngineConfig("built-in", 1, Optional.empty()), Optional.of(shipped));
        try (StanceEngine fromFile = setup.engine();
                StanceEngine fromClassPath = setup("built-in", 1, null).engine()) {
            assertThat(fromFile.info()).as("the same model").isEqualTo(fromClassPath.info());
        }
        Files.writeString(model, "no model");
        assertThatThrownBy(setup::engine).as("it is read").isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void looksForLibrariesOfThisProcessor() throws IOException {
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        Path libraries = Files.createDirectories(folder.resolve("ai/onnxruntime/native/linux-" + processor));
        ShippedFiles shipped = new ShippedFiles(folder);
        Files.createFile(libraries.resolve(System.mapLibraryName("onnxruntime")));
        assertThat(shipped.libraries()).as("one is missing").isEmpty();

        Files.createFile(libraries.resolve(System.mapLibraryName("onnxruntime4j_jni")));
        assertThat(shipped.libraries()).contains(libraries);
        assertThat(new EngineSetup(new TestEngineConfig("none", 1, Optional.of(folder)), Optional.of(shipped))
                        .libraryFolder())
                .as("what is configured goes first")
                .contains(folder);
    }

    @Test
    void aVirtualMachineHasNothingBesideIt() {
        assertThat(ShippedFiles.ofExecutable()).isEmpty();
    }

    private static Optional<String> complaint(String model, int threads, Path nativePath) {
        return setup(model, threads, nativePath).complaint();
    }

    private static EngineSetup setup(String model, int threads, Path nativePath) {
        return new EngineSetup(new TestEngineConfig(model, threads, Optional.ofNullable(nativePath)), Optional.empty());
    }
}
