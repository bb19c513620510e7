package io.demarche.gateway.access;

import io.demarche.key.ApiKey;
import io.demarche.key.KeyFile;
import io.demarche.key.KeyFileException;
import io.demarche.key.Role;
import io.demarche.key.Secret;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A key file with one key of each kind. */
public class TestKeys implements QuarkusTestResourceLifecycleManager {

    static final Path FILE = Path.of("target", "test-keys", "keys.json");
    static final Secret READER = secret('a');
    static final Secret CONTRIBUTOR = secret('b');
    static final Secret ADMIN = secret('c');
    static final Secret EXPIRED = secret('d');
    static final Secret SLOW = secret('e');

    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private static Secret secret(char letter) {
        return Secret.of(Secret.PREFIX
                        + String.valueOf(letter).repeat(10)
                        + "_"
                        + String.valueOf(letter).repeat(43))
                .orElseThrow();
    }

    @Override
    public Map<String, String> start() {
        write();
        return Map.of("demarche.access.keys", FILE.toString(), "demarche.access.look", "50ms");
    }

    static void write() {
        try {
            new KeyFile(FILE)
                    .update(old -> List.of(
                            key(READER, Role.READER, OptionalInt.empty(), null),
                            key(CONTRIBUTOR, Role.CONTRIBUTOR, OptionalInt.empty(), null),
                            key(ADMIN, Role.ADMIN, OptionalInt.empty(), null),
                            key(EXPIRED, Role.ADMIN, OptionalInt.empty(), MADE.plusSeconds(1)),
                            key(SLOW, Role.READER, OptionalInt.of(1), null)));
        } catch (KeyFileException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiKey key(Secret secret, Role role, OptionalInt rate, @Nullable Instant expiresAt) {
        return new ApiKey(secret.id(), role.label(), secret.hash(), role, rate, MADE, expiresAt, null);
    }

    @Override
    public void stop() {
        // The file is of no use to anybody, and no secret.
    }
}
