package io.demarche.ingest.work;

import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a piece of work: when a lease runs out, and whether and when a failed attempt is made up for. Knows
 * nothing of the database.
 */
public final class WorkRules {

    private final int maxAttempts;
    private final Backoff backoff;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * Makes the rules.
     *
     * @param maxAttempts how often work is leased before it is given up, at least 1
     * @param backoff how long it waits after a failure
     * @param clock the time
     * @param random where jitter comes from
     */
    public WorkRules(int maxAttempts, Backoff backoff, Clock clock, RandomGenerator random) {
        this.maxAttempts = maxAttempts;
        this.backoff = backoff;
        this.clock = clock;
        this.random = random;
    }

    /**
     * What becomes of a piece of work.
     *
     * @param state {@link WorkState#PENDING} or {@link WorkState#FAILED}
     * @param dueAt when it may be leased again; null when it may not
     * @param reason why it was given up; null when it was not
     */
    public record Next(WorkState state, @Nullable Instant dueAt, @Nullable String reason) {}

    /** The present time. */
    public Instant now() {
        return clock.instant();
    }

    /** How often work is leased before it is given up. */
    public int maxAttempts() {
        return maxAttempts;
    }

    /**
     * Tells when a lease runs out that is taken or extended now.
     *
     * @param seconds how long it lasts
     * @return when it ends
     */
    public Instant leaseEnd(int seconds) {
        return now().plusSeconds(seconds);
    }

    /**
     * Decides what follows a failure.
     *
     * @param attempts how often the work was leased, this time included
     * @param reason what the worker said
     * @param retry whether the worker thinks that another attempt may succeed
     * @return another attempt after a wait, or the end
     */
    public Next afterFailure(int attempts, String reason, boolean retry) {
        if (!retry) {
            return new Next(WorkState.FAILED, null, reason);
        }
        if (attempts >= maxAttempts) {
            return new Next(WorkState.FAILED, null, reason + " (given up after " + attempts + " attempts)");
        }
        return new Next(WorkState.PENDING, now().plus(backoff.draw(attempts, random)), null);
    }
}
