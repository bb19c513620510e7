package io.demarche.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretGuardTest {

    @Test
    void aShortSecretIsRefused() {
        assertThat(SecretGuard.complaint("NAME", Optional.empty())).isEmpty();
        assertThat(SecretGuard.complaint("NAME", Optional.of("  "))).isEmpty();
        assertThat(SecretGuard.complaint("NAME", Optional.of("x".repeat(32)))).isEmpty();
        assertThat(SecretGuard.complaint("NAME", Optional.of("é".repeat(16)))).isEmpty();
        assertThat(SecretGuard.complaint("NAME", Optional.of("x".repeat(31) + "   ")))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("NAME", "31", "32").doesNotContain("xxx"));
    }
}
