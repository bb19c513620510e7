package io.demarche.analysis.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void keepToWhatIngestAllows() {
        assertThatCode(() -> settings(1, Duration.ofSeconds(5))).doesNotThrowAnyException();
        assertThatCode(() -> settings(100, Duration.ofSeconds(600))).doesNotThrowAnyException();
        assertThatThrownBy(() -> settings(0, Duration.ofSeconds(5))).hasMessageContaining("in-hand");
        assertThatThrownBy(() -> settings(101, Duration.ofSeconds(5))).hasMessageContaining("in-hand");
        assertThatThrownBy(() -> settings(1, Duration.ofSeconds(4))).hasMessageContaining("lease");
        assertThatThrownBy(() -> settings(1, Duration.ofSeconds(601))).hasMessageContaining("lease");
    }

    private static WorkerSettings settings(int inHand, Duration lease) {
        return new WorkerSettings(inHand, lease, SECOND, SECOND, SECOND);
    }
}
