package io.demarche.ingest.work;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits between attempts: exponential with jitter, so that what failed together does not come back together.
 *
 * @param base the longest wait after the first failure
 * @param max the longest wait after any failure
 */
public record Backoff(Duration base, Duration max) {

    /** Enough to pass any sensible maximum, and far from overflow. */
    private static final int MAX_DOUBLINGS = 30;

    /**
     * The longest wait.
     *
     * @param failures how often it failed so far, at least 1
     */
    public Duration bound(int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS);
        Duration bound = base.multipliedBy(1L << doublings);
        return bound.compareTo(max) > 0 ? max : bound;
    }

    /**
     * Draws a wait between nothing and the bound ("full jitter").
     *
     * @param failures how often it failed so far, at least 1
     */
    public Duration draw(int failures, RandomGenerator random) {
        return Duration.ofMillis(upTo(bound(failures).toMillis(), random));
    }

    /**
     * Draws a wait from the later half ("equal jitter"), for whoever must not be asked again at once.
     *
     * @param failures how often it failed so far, at least 1
     */
    public Duration drawLate(int failures, RandomGenerator random) {
        long half = bound(failures).toMillis() / 2;
        return Duration.ofMillis(half + upTo(half, random));
    }

    private static long upTo(long most, RandomGenerator random) {
        return most <= 0 ? 0 : random.nextLong(most + 1);
    }
}
