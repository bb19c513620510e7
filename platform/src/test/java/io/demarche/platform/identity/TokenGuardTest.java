package io.demarche.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.1.1"})
    void loopbackNeedsNoSecret(String host) {
        assertThat(TokenGuard.complaint(host, Optional.empty())).isEmpty();
        assertThat(TokenGuard.complaint(host, Optional.of(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no.such.host.invalid"})
    void anythingElseDoes(String host) {
        assertThat(TokenGuard.complaint(host, Optional.of("secret"))).isEmpty();
        assertThat(TokenGuard.complaint(host, Optional.of(" "))).isPresent();
        assertThat(TokenGuard.complaint(host, Optional.empty()))
                .hasValueSatisfying(said -> assertThat(said).contains(host).contains("DEMARCHE_SERVICE_SECRET"));
    }
}
