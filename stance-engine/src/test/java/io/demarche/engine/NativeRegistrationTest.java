package io.demarche.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtSession;
import io.demarche.nativechecks.Linkage;
import io.demarche.nativechecks.NamedAccess;
import io.demarche.nativechecks.Registrations;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a native executable is told to keep must exist under the names it is told. */
class NativeRegistrationTest {
    private static final String FOLDER = "/META-INF/native-image/io.demarche/stance-engine/";

    @Test
    void whatCodeRefersToIsThere() {
        assertThat(Linkage.missing("io.demarche.engine", "opennlp", "ai.onnxruntime"))
                .isEmpty();
    }

    @Test
    void whatIsRegisteredIsThere() {
        assertThat(Registrations.faults()).isEmpty();
    }

    /** A new place has to register what it reaches before it is written down here. */
    @Test
    void onlyThesePlacesReachSomethingByItsName() {
        assertThat(NamedAccess.in("io.demarche.engine"))
                .containsExactly(
                        // resource-config.json has the language models and the engine's own tables and weights.
                        "LanguageModels.open -> Class.getResourceAsStream",
                        "Table.bytes -> Class.getResourceAsStream",
                        "Table.exists -> Class.getResource");
    }

    @Test
    void everyConstructorThatTheModelRuntimeMayCallIsRegistered() throws Exception {
        Map<String, List<String>> registered = constructors(read("jni-config.json"));

        // A missing one ends the process without an exception, so nothing but all of them will do.
        for (Map.Entry<String, List<String>> entry : registered.entrySet()) {
            Class<?> type = Class.forName(entry.getKey());
            List<String> declared = type.isInterface() || !entry.getKey().startsWith("ai.onnxruntime.")
                    ? List.of()
                    : Arrays.stream(type.getDeclaredConstructors())
                            .map(NativeRegistrationTest::parameters)
                            .toList();
            assertThat(entry.getValue()).as(entry.getKey()).containsExactlyInAnyOrderElementsOf(declared);
        }
    }

    @Test
    void everyClassThatTheModelRuntimeNamesIsRegistered() throws Exception {
        byte[] library;
        try (InputStream stream =
                OrtSession.class.getResourceAsStream("/ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so")) {
            assertThat(stream).isNotNull();
            library = stream.readAllBytes();
        }
        Matcher names = Pattern.compile("\0ai/onnxruntime/(\\w+)(?=\0)")
                .matcher(new String(library, StandardCharsets.ISO_8859_1));
        Set<String> named = new TreeSet<>();
        while (names.find()) {
            named.add("ai.onnxruntime." + names.group(1));
        }

        assertThat(named).contains("ai.onnxruntime.OnnxTensor", "ai.onnxruntime.OrtException");
        assertThat(constructors(read("jni-config.json"))).containsKeys(named.toArray(String[]::new));
    }

    @Test
    void theModelRuntimeIsInitialisedWhenItRuns() throws Exception {
        assertThat(read("native-image.properties")).contains("--initialize-at-run-time=ai.onnxruntime");
    }

    @Test
    void everyFileOfTheEngineAndItsLibrariesIsCovered() throws Exception {
        List<Pattern> patterns = new ArrayList<>();
        Matcher written = Pattern.compile("\"pattern\": \"([^\"]+)\"").matcher(read("resource-config.json"));
        while (written.find()) {
            patterns.add(Pattern.compile(written.group(1).replace("\\\\", "\\")));
        }
        List<String> files = new ArrayList<>(List.of(
                "io/demarche/engine/pairs.onnx",
                "io/demarche/engine/pairs-linear.bin",
                "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
                "ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so",
                "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so",
                "ai/onnxruntime/native/linux-aarch64/libonnxruntime4j_jni.so"));
        Path folder = Path.of(Objects.requireNonNull(StanceEngine.class.getResource("cues.tsv"))
                .toURI());
        try (Stream<Path> beside = Files.list(Objects.requireNonNull(folder.getParent()))) {
            beside.map(file -> Objects.toString(file.getFileName()))
                    .filter(name -> name.contains(".") && !name.endsWith(".class"))
                    .forEach(name -> files.add("io/demarche/engine/" + name));
        }

        assertThat(files).allSatisfy(file -> assertThat(patterns).as(file).anyMatch(pattern -> pattern.matcher(file)
                .matches()));
    }

    @Test
    void everyLanguageModelIsCovered() throws Exception {
        assertThat(read("resource-config.json")).contains("opennlp-en-.*", "io/demarche/engine/");
        for (String model :
                List.of("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin", "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
            assertThat(StanceEngine.class.getResource(model)).as(model).isNotNull();
        }
    }

    /** Registered classes with the parameter types of their registered constructors. */
    private static Map<String, List<String>> constructors(String config) {
        Map<String, List<String>> classes = new TreeMap<>();
        Matcher entries = Pattern.compile("\"name\": \"([\\w.$]+)\"|\"parameterTypes\": \\[((?:\"[^\"]*\"(?:, )?)*)]")
                .matcher(config);
        String current = "";
        while (entries.find()) {
            if (entries.group(1) != null) {
                current = entries.group(1);
                classes.put(current, new ArrayList<>());
            } else {
                classes.get(current).add(entries.group(2).replace("\"", ""));
            }
        }
        return classes;
    }

    private static String parameters(Constructor<?> constructor) {
        return Arrays.stream(constructor.getParameterTypes())
                .map(type -> type.isArray() ? type.getComponentType().getName() + "[]" : type.getName())
                .collect(Collectors.joining(", "));
    }

    private static String read(String name) throws IOException {
        try (InputStream stream = NativeRegistrationTest.class.getResourceAsStream(FOLDER + name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
