package io.demarche.nativechecks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTypesTest {
    @Test
    void namesWhatIsHandedToJacksonAndWhatThatIsMadeOf() {
        assertThat(JsonTypes.unregistered(ClassPath.withTests(), "io.demarche.nativechecks"))
                .containsExactly(
                        "io.demarche.nativechecks.JsonTypesTest$Color",
                        "io.demarche.nativechecks.JsonTypesTest$Leaf",
                        "io.demarche.nativechecks.JsonTypesTest$Listed",
                        "io.demarche.nativechecks.JsonTypesTest$Tree");
    }

    record Tree(Map<String, List<Leaf>> leaves) {}

    record Leaf(Color[] colors) {}

    enum Color {
        GREEN
    }

    record Listed(int number) {}

    record Unused(int number) {}

    static final class Codec {
        final TypeReference<List<Listed>> type = new TypeReference<>() {};

        ObjectReader trees() {
            return new ObjectMapper().readerFor(Tree.class);
        }

        ObjectWriter lists() {
            return new ObjectMapper().writerFor(type);
        }

        String name() {
            return Unused.class.getName();
        }
    }
}
