package io.demarche.ingest.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkRulesTest {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration BASE = Duration.ofSeconds(2);
    private static final Duration MAX = Duration.ofMinutes(10);

    private final WorkRules rules = new WorkRules(5, BASE, MAX, Clock.fixed(NOW, ZoneOffset.UTC), new Random(7));

    @Test
    void boundsDoubleUpToTheMaximum() {
        assertThat(rules.bound(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(rules.bound(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(rules.bound(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(rules.bound(20)).isEqualTo(MAX);
        assertThat(rules.bound(Integer.MAX_VALUE)).isEqualTo(MAX);
    }

    @Property
    void waitsStayWithinTheirBounds(@ForAll @IntRange(min = 1, max = 100) int attempts) {
        assertThat(rules.backoff(attempts)).isBetween(Duration.ZERO, rules.bound(attempts));
    }

    @Test
    void jitterIsFull() {
        long below = 0;
        for (int i = 0; i < 1_000; i++) {
            below += rules.backoff(3).compareTo(Duration.ofSeconds(4)) < 0 ? 1 : 0;
        }
        assertThat(below).isBetween(400L, 600L);
    }

    @Test
    void aFailureIsTriedAgainLater() {
        WorkRules.Next next = rules.afterFailure(4, "timeout", true);

        assertThat(next.state()).isEqualTo(WorkState.PENDING);
        assertThat(next.dueAt()).isBetween(NOW, NOW.plus(rules.bound(4)));
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
