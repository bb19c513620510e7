package io.demarche.analysis.worker;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double from a shortest to a longest, each cut by up to half at random, so that many replicas do not ask in
 * step.
 */
final class Pauses {

    private final Duration min;
    private final Duration max;
    private final RandomGenerator random;
    private Duration next;

    Pauses(Duration min, Duration max, RandomGenerator random) {
        this.min = min;
        this.max = max;
        this.random = random;
        this.next = min;
    }

    /** How long to wait now. */
    Duration next() {
        Duration whole = next;
        Duration doubled = whole.multipliedBy(2);
        next = doubled.compareTo(max) > 0 ? max : doubled;
        return Duration.ofNanos((long) (whole.toNanos() * (0.5 + random.nextDouble() / 2)));
    }

    /** Begin again with the shortest. */
    void reset() {
        next = min;
    }
}
