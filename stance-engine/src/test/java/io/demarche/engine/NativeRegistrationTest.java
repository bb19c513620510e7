package io.demarche.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a native executable is told to keep must exist under the names it is told. */
class NativeRegistrationTest {
    private static final String FOLDER = "/META-INF/native-image/io.demarche/stance-engine/";

    @Test
    void everyRegisteredClassHasItsConstructor() throws Exception {
        Matcher names = Pattern.compile("\"name\": \"(opennlp[^\"]+)\"").matcher(read("reflect-config.json"));
        int found = 0;
        while (names.find()) {
            assertThat(Class.forName(names.group(1)).getConstructor()).isNotNull();
            found++;
        }
        assertThat(found).isPositive();
    }

    @Test
    void everyLanguageModelIsCovered() throws Exception {
        assertThat(read("resource-config.json")).contains("opennlp-en-.*", "io/demarche/engine/");
        for (String model :
                List.of("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin", "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")) {
            assertThat(StanceEngine.class.getResource(model)).as(model).isNotNull();
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream stream = NativeRegistrationTest.class.getResourceAsStream(FOLDER + name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
