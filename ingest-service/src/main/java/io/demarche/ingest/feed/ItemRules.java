package io.demarche.ingest.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides whether and when the article of an item is tried again. Knows nothing of the database. */
final class ItemRules {

    private static final int MAX_DOUBLINGS = 20;

    private final int attempts;
    private final Duration backoff;
    private final Clock clock;
    private final RandomGenerator random;

    ItemRules(int attempts, Duration backoff, Clock clock, RandomGenerator random) {
        this.attempts = attempts;
        this.backoff = backoff;
        this.clock = clock;
        this.random = random;
    }

    /** Whether an attempt is the last. */
    boolean isLast(int attempt) {
        return attempt >= attempts;
    }

    /**
     * When an item is tried again.
     *
     * @param attempt how often it was tried, from 1
     * @return the time, or null when it was the last attempt
     */
    @Nullable
    Instant again(int attempt) {
        if (isLast(attempt)) {
            return null;
        }
        long bound =
                backoff.multipliedBy(1L << Math.min(attempt - 1, MAX_DOUBLINGS)).toMillis();
        return clock.instant().plusMillis(bound / 2 + random.nextLong(bound / 2 + 1));
    }
}
