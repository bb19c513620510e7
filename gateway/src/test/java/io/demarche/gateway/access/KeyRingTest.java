package io.demarche.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.demarche.key.ApiKey;
import io.demarche.key.KeyFile;
import io.demarche.key.Role;
import io.demarche.key.Secret;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final Secret secret = Secret.random(new SecureRandom());

    private ApiKey key() {
        return new ApiKey(
                secret.id(), "x", secret.hash(), Role.READER, OptionalInt.empty(), NOW, NOW.plusSeconds(60), null);
    }

    private static KeyRing ring(Path file, Instant now) {
        return new KeyRing(file, Clock.fixed(now, ZoneOffset.UTC), null, 0);
    }

    private Path file() throws IOException {
        Path file = folder.resolve("keys.json");
        new KeyFile(file).update(none -> List.of(key()));
        return file;
    }

    @Test
    void knowsAKeyUntilItEnds() throws IOException {
        Path file = file();
        assertThat(ring(file, NOW).find(secret.value())).contains(key());
        assertThat(ring(file, NOW).hasValidKey()).isTrue();
        assertThat(ring(file, NOW.plusSeconds(60)).find(secret.value())).isEmpty();
        assertThat(ring(file, NOW.plusSeconds(60)).hasValidKey()).isFalse();
        assertThat(ring(file, NOW).find(Secret.random(new SecureRandom()).value()))
                .isEmpty();
        // The right name and another secret.
        char last = secret.value().charAt(30);
        String forged = secret.value().substring(0, 30)
                + (last == 'A' ? 'B' : 'A')
                + secret.value().substring(31);
        assertThat(ring(file, NOW).find(forged)).isEmpty();
    }

    @Test
    void seesWhatWasRevoked() throws IOException {
        Path file = file();
        KeyRing ring = ring(file, NOW);
        new KeyFile(file).update(keys -> List.of(keys.get(0).revoked(NOW)));
        ring.look();
        assertThat(ring.find(secret.value())).isEmpty();
    }

    @Test
    void seesASecretThatIsMountedAnew() throws IOException {
        // Kubernetes changes where a link points, and nothing else.
        Path first = Files.createDirectory(folder.resolve("..1"));
        Path second = Files.createDirectory(folder.resolve("..2"));
        Files.copy(file(), first.resolve("keys.json"));
        Files.writeString(second.resolve("keys.json"), "{\"keys\": []}");
        Path data = Files.createSymbolicLink(folder.resolve("..data"), first);
        Path mounted = Files.createSymbolicLink(folder.resolve("mounted.json"), data.resolve("keys.json"));
        KeyRing ring = ring(mounted, NOW);
        assertThat(ring.find(secret.value())).isPresent();
        Files.delete(data);
        Files.createSymbolicLink(data, second);
        ring.look();
        assertThat(ring.find(secret.value())).isEmpty();
    }

    @Test
    void keepsItsKeysWhileTheFileIsBroken() throws IOException {
        Path file = file();
        KeyRing ring = ring(file, NOW);
        Files.writeString(file, "{");
        ring.look();
        assertThat(ring.find(secret.value())).isPresent();
        Files.delete(file);
        ring.look();
        assertThat(ring.find(secret.value())).isPresent();
        new KeyFile(file).update(none -> List.of());
        ring.look();
        assertThat(ring.find(secret.value())).isEmpty();
    }

    @Test
    void doesNotStartWithABrokenFile() throws IOException {
        Path file = folder.resolve("keys.json");
        assertThatThrownBy(() -> ring(file, NOW))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("keys.json");
        Files.writeString(file, "[]");
        assertThatThrownBy(() -> ring(file, NOW))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has no list");
    }
}
