package io.demarche.ingest.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration MAX = Duration.ofMinutes(10);

    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), MAX);
    private final Random random = new Random(7);

    @Test
    void boundsDoubleUpToTheMaximum() {
        assertThat(backoff.bound(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.bound(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(backoff.bound(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(backoff.bound(20)).isEqualTo(MAX);
        assertThat(backoff.bound(Integer.MAX_VALUE)).isEqualTo(MAX);
    }

    @Property
    void waitsStayWithinTheirBounds(@ForAll @IntRange(min = 1, max = 100) int attempts) {
        assertThat(backoff.draw(attempts, random)).isBetween(Duration.ZERO, backoff.bound(attempts));
    }

    @Property
    void lateWaitsAreOfTheLaterHalf(@ForAll @IntRange(min = 1, max = 100) int attempts) {
        Duration bound = backoff.bound(attempts);
        assertThat(backoff.drawLate(attempts, random)).isBetween(bound.dividedBy(2), bound);
    }

    @Test
    void jitterIsFull() {
        long below = 0;
        for (int i = 0; i < 1_000; i++) {
            below += backoff.draw(3, random).compareTo(Duration.ofSeconds(4)) < 0 ? 1 : 0;
        }
        assertThat(below).isBetween(400L, 600L);
    }
}
