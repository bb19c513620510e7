package io.demarche.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String GOOD =
            """
            {"keys": [{"id": "abcdefghij", "name": "desk", "hash": "%s", "role": "reader", "createdAt": "2026-01-01T00:00:00Z"}]}"""
                    .formatted("0".repeat(64));

    @TempDir
    Path folder;

    private static ApiKey key(Role role, OptionalInt rate, boolean ends) {
        Secret secret = Secret.random(new SecureRandom());
        return new ApiKey(
                secret.id(), "news desk", secret.hash(), role, rate, NOW, ends ? NOW.plusSeconds(60) : null, null);
    }

    private static List<ApiKey> with(List<ApiKey> keys, ApiKey more) {
        List<ApiKey> all = new ArrayList<>(keys);
        all.add(more);
        return all;
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path path = folder.resolve("new/keys.json");
        KeyFile file = new KeyFile(path);
        ApiKey one = key(Role.ADMIN, OptionalInt.empty(), false);
        ApiKey two = key(Role.READER, OptionalInt.of(90), true).revoked(NOW);
        file.update(keys -> with(keys, one));
        file.update(keys -> with(keys, two));
        assertThat(file.read()).containsExactly(one, two);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void aBrokenFileIsNotOverwritten() throws IOException {
        Path path = folder.resolve("keys.json");
        Files.writeString(path, "{\"keys\": [");
        assertThatThrownBy(() -> new KeyFile(path).update(keys -> List.of()))
                .isInstanceOf(KeyFileException.class)
                .hasMessageEndingWith("is not JSON.");
        assertThat(path).hasContent("{\"keys\": [");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"keys\": {}}",
                "{\"keys\": [1]}",
                "{\"keys\": [{}]}",
                "{\"keys\": []} {}",
            })
    void whatIsNoKeyFileIsRefused(String text) throws IOException {
        Path path = folder.resolve("keys.json");
        Files.writeString(path, text);
        assertThatThrownBy(() -> new KeyFile(path).read()).isInstanceOf(KeyFileException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"reader\"→\"root\"",
                "\"name\": \"desk\", →",
                "\"id\"→\"ID\"",
                "2026-01-01T00:00:00Z→yesterday",
                "\"role\"→\"ratePerMinute\": 0, \"role\"",
                "\"role\"→\"ratePerMinute\": \"9\", \"role\"",
                "000→00",
            })
    void whatIsNoKeyIsRefused(String change) throws IOException {
        Path path = folder.resolve("keys.json");
        Files.writeString(path, GOOD);
        assertThat(new KeyFile(path).read()).hasSize(1);
        String[] parts = change.split("→", 2);
        Files.writeString(path, GOOD.replace(parts[0], parts[1]));
        assertThatThrownBy(() -> new KeyFile(path).read())
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("keys[0]");
    }

    @Test
    void noFileIsSaidSo() {
        assertThatThrownBy(() -> new KeyFile(folder.resolve("none.json")).read())
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("none.json");
    }
}
