package io.demarche.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.demarche.platform.database.EmbeddedDatabaseProvider.Running;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasesTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<Path> started = new ArrayList<>();

    @AfterEach
    void forget() {
        for (String key : List.of(
                "demarche.database.url", "demarche.database.user", "demarche.database.password", "demarche.data")) {
            System.clearProperty(key);
        }
    }

    @Test
    void startsItsOwnInTheDataFolder(@TempDir Path data) throws IOException {
        System.setProperty("demarche.data", data.toString());
        assertThat(start(Optional.of(this::provide))).isPresent();
        assertThat(started).containsExactly(data.resolve("trial/postgres").toAbsolutePath());
        assertThat(System.getProperty("demarche.database.url")).isEqualTo("postgresql://127.0.0.1:1/demarche");
        assertThat(System.getProperty("demarche.database.user")).isEqualTo("someone");
        assertThat(System.getProperty("demarche.database.password")).isEqualTo("word");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(data.toString())
                .doesNotContain("word");
    }

    @Test
    void usesTheOneThatIsGiven() throws IOException {
        System.setProperty("demarche.database.url", "postgresql://db.example:5432/demarche");
        assertThat(start(Optional.of(this::provide))).isEmpty();
        assertThat(started).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/x", "db.example:5432", "postgresql://me:word@db/x"})
    void refusesUrlsThatOnlyOneDriverWouldTake(String url) {
        System.setProperty("demarche.database.url", url);
        assertThatIOException()
                .isThrownBy(() -> start(Optional.of(this::provide)))
                .withMessageContaining("DEMARCHE_DATABASE_URL")
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("word@"));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatIOException()
                .isThrownBy(() -> start(Optional.empty()))
                .withMessageContaining("DEMARCHE_DATABASE_URL");
    }

    private Optional<Running> start(Optional<EmbeddedDatabaseProvider> provider) throws IOException {
        return Databases.start("trial", provider, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private Running provide(Path folder) {
        started.add(folder);
        return new Running() {
            @Override
            public DatabaseAddress address() {
                return new DatabaseAddress("postgresql://127.0.0.1:1/demarche", "someone", "word");
            }

            @Override
            public void close() {}
        };
    }
}
