package io.demarche.analysis.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PausesTest {

    private final Pauses pauses = new Pauses(Duration.ofMillis(200), Duration.ofSeconds(1), new Random(7));

    @Test
    void doubleUpToTheLongestEachCutByUpToHalf() {
        List<Long> whole = List.of(200L, 400L, 800L, 1000L, 1000L);
        for (long most : whole) {
            assertThat(pauses.next()).isBetween(Duration.ofMillis(most / 2), Duration.ofMillis(most));
        }
    }

    @Test
    void beginAgain() {
        pauses.next();
        pauses.next();
        pauses.reset();
        assertThat(pauses.next()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void differ() {
        assertThat(Stream.generate(pauses::next).skip(5).limit(20).distinct()).hasSizeGreaterThan(10);
    }
}
