package io.demarche.ingest.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkRulesTest {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10));

    private final WorkRules rules = new WorkRules(5, BACKOFF, Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));

    @Test
    void aFailureIsTriedAgainLater() {
        WorkRules.Next next = rules.afterFailure(4, "timeout", true);

        assertThat(next.state()).isEqualTo(WorkState.PENDING);
        assertThat(next.dueAt()).isBetween(NOW, NOW.plus(BACKOFF.bound(4)));
        assertThat(next.reason()).isNull();
    }

    @Test
    void theLastAttemptIsTheLast() {
        WorkRules.Next next = rules.afterFailure(5, "timeout", true);

        assertThat(next.state()).isEqualTo(WorkState.FAILED);
        assertThat(next.dueAt()).isNull();
        assertThat(next.reason()).isEqualTo("timeout (given up after 5 attempts)");
    }

    @Test
    void whatCannotSucceedIsNotTriedAgain() {
        assertThat(rules.afterFailure(1, "not a language we read", false))
                .isEqualTo(new WorkRules.Next(WorkState.FAILED, null, "not a language we read"));
    }

    @Test
    void leasesEndAfterTheirSeconds() {
        assertThat(rules.leaseEnd(30)).isEqualTo(NOW.plusSeconds(30));
    }
}
