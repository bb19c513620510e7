package io.demarche.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDoorCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"})
    void letsLoopbackStart(String host) {
        assertThat(OpenDoorCheck.complaint(host, false, false, false)).isEmpty();
        assertThat(OpenDoorCheck.complaint(host, true, false, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.0.0.0", "::", "10.0.0.1", "example.org", "127.0.0.1.example.org", "localhost.example.org", ""
            })
    void refusesEverythingElse(String host) {
        assertThat(OpenDoorCheck.complaint(host, false, false, false))
                .hasValueSatisfying(complaint -> assertThat(complaint).contains(host, "DEMARCHE_ACCESS_KEYS"));
        assertThat(OpenDoorCheck.complaint(host, true, false, false))
                .hasValueSatisfying(complaint -> assertThat(complaint).contains("holds no valid key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1"})
    void unlessCallersAreAskedWhoTheyAre(String host) {
        assertThat(OpenDoorCheck.complaint(host, true, true, false)).isEmpty();
        assertThat(OpenDoorCheck.complaint(host, false, false, true)).isEmpty();
    }
}
