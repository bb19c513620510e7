package io.demarche.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Secret secret = Secret.random(new SecureRandom());

    private ApiKey key(String hash) {
        return new ApiKey(secret.id(), "x", hash, Role.READER, OptionalInt.empty(), NOW, null, null);
    }

    @Test
    void isRecognisedByItsHashAlone() {
        Secret shown = Secret.of(secret.value()).orElseThrow();
        assertThat(shown.id()).isEqualTo(secret.id());
        assertThat(shown.matches(key(secret.hash()))).isTrue();
        assertThat(shown.matches(key("0".repeat(64)))).isFalse();
        assertThat(Secret.random(new SecureRandom()).matches(key(secret.hash())))
                .isFalse();
    }

    @Test
    void has256RandomBitsBehindItsName() {
        assertThat(secret.value()).matches("dmk_[a-z2-7]{10}_[A-Za-z0-9_-]{43}");
        SecureRandom random = new SecureRandom();
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(Secret.random(random).value().substring(Secret.PREFIX.length() + 11));
        }
        assertThat(all).hasSize(1_000);
    }

    @Test
    void doesNotShowItself() {
        assertThat(secret.toString())
                .doesNotContain(secret.value().substring(16))
                .contains(secret.id());
        assertThat(key(secret.hash()).toString()).doesNotContain(secret.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dmk_",
                "dmk_abc",
                "eyJhbGciOiJub25lIn0.e30.",
                "dmk_ABCDEFGHIJ_" + "0123456789012345678901234567890123456789012"
            })
    void whatHasAnotherFormIsNone(String shown) {
        assertThat(Secret.of(shown)).isEmpty();
    }

    @Test
    void validUntilItExpiresOrIsRevoked() {
        ApiKey forever = key(secret.hash());
        assertThat(forever.isValid(NOW.plusSeconds(1_000_000_000))).isTrue();
        assertThat(forever.revoked(NOW).isValid(NOW)).isFalse();
        assertThat(forever.revoked(NOW).revoked(NOW.plusSeconds(1)).revokedAt()).isEqualTo(NOW);
        ApiKey shortLived =
                new ApiKey("a", "x", secret.hash(), Role.READER, OptionalInt.empty(), NOW, NOW.plusSeconds(60), null);
        assertThat(shortLived.isValid(NOW.plusSeconds(59))).isTrue();
        assertThat(shortLived.isValid(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void rolesIncludeThoseBelow() {
        assertThat(Role.ADMIN.includes(Role.CONTRIBUTOR)).isTrue();
        assertThat(Role.READER.includes(Role.CONTRIBUTOR)).isFalse();
        assertThat(Role.CONTRIBUTOR.includes(Role.CONTRIBUTOR)).isTrue();
        assertThat(Role.of("contributor")).contains(Role.CONTRIBUTOR);
        assertThat(Role.of("root")).isEmpty();
    }
}
