package io.demarche.launcher.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.key.ApiKey;
import io.demarche.key.KeyFile;
import io.demarche.key.Role;
import io.demarche.key.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private String run(Instant now, String command, String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Keys(
                        folder.resolve("keys.json"),
                        Clock.fixed(now, ZoneOffset.UTC),
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(command, List.of(arguments));
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private List<ApiKey> kept() throws Exception {
        return new KeyFile(folder.resolve("keys.json")).read();
    }

    @Test
    void aKeyIsShownOnceAndKeptAsItsDigest() throws Exception {
        Secret shown = Secret.of(
                        run(NOW, "create", "news desk", "--role", "contributor", "--rate", "600", "--expires", "90d"))
                .orElseThrow();
        assertThat(kept())
                .containsExactly(new ApiKey(
                        shown.id(),
                        "news desk",
                        shown.hash(),
                        Role.CONTRIBUTOR,
                        OptionalInt.of(600),
                        NOW,
                        NOW.plus(Duration.ofDays(90)),
                        null));
        assertThat(run(NOW, "list"))
                .contains(shown.id(), "contributor", "600", "news desk")
                .doesNotContain(shown.value());
    }

    @Test
    void aReaderForeverUnlessSaidOtherwise() throws Exception {
        run(NOW, "create", "x");
        assertThat(kept().get(0).role()).isEqualTo(Role.READER);
        assertThat(kept().get(0).expiresAt()).isNull();
        assertThat(run(NOW, "list")).contains("never", "default");
    }

    @Test
    void aRevokedKeyStaysInTheList() throws Exception {
        String id = Secret.of(run(NOW, "create", "x")).orElseThrow().id();
        run(NOW, "create", "y");
        assertThat(run(NOW.plusSeconds(9), "revoke", id)).isEqualTo("Revoked " + id + ".");
        assertThat(kept().get(0).revokedAt()).isEqualTo(NOW.plusSeconds(9));
        assertThat(kept().get(1).revokedAt()).isNull();
        assertThat(run(NOW, "list")).contains("revoked");
    }

    @Test
    void listsNothingWhereNothingIs() throws Exception {
        assertThat(run(NOW, "list")).isEqualTo("There are no keys.");
    }

    @Test
    void tellsWhatHasExpired() throws Exception {
        run(NOW, "create", "x", "--expires", "30m");
        assertThat(run(NOW, "list")).contains("2026-01-01T00:30:00Z");
        assertThat(run(NOW.plus(Duration.ofHours(1)), "list")).contains("expired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create",
                "create a b",
                "create a --role root",
                "create a --role",
                "create a --rate 0",
                "create a --rate -1",
                "create a --expires 90",
                "create a --expires 0d",
                "create a --colour red",
                "revoke",
                "revoke nothing",
                "burn a"
            })
    void whatMakesNoSenseIsSaidAndChangesNothing(String line) throws Exception {
        String[] words = line.split(" ");
        run(NOW, "create", "there");
        List<ApiKey> before = kept();
        assertThatThrownBy(() -> run(
                        NOW, words[0], List.of(words).subList(1, words.length).toArray(String[]::new)))
                .isInstanceOf(Options.Nonsense.class)
                .message()
                .isNotBlank();
        assertThat(kept()).isEqualTo(before);
    }
}
