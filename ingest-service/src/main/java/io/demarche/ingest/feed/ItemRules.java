package io.demarche.ingest.feed;

import io.demarche.ingest.work.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Decides whether and when the article of an item is tried again. Knows nothing of the database. */
final class ItemRules {

    /** No more than an item that is about to leave its feed can wait. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final int attempts;
    private final Backoff backoff;
    private final Clock clock;
    private final RandomGenerator random;

    ItemRules(int attempts, Duration backoff, Clock clock, RandomGenerator random) {
        this.attempts = attempts;
        this.backoff = new Backoff(backoff, LONGEST);
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
        return clock.instant().plus(backoff.drawLate(attempt, random));
    }
}
