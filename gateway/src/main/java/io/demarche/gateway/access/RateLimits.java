package io.demarche.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;

/**
 * A token bucket for each caller. Counted in this process: with several gateways behind one address a caller may send as
 * many times the rate as there are gateways.
 */
// Caffeine finds the classes for the options below by their names.
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSMSA", "com.github.benmanes.caffeine.cache.PSAMS"},
        fields = true)
final class RateLimits {

    private static final Duration FORGET = Duration.ofMinutes(10);
    private static final int MAX_CALLERS = 100_000;
    private static final int SECONDS_OF_MINUTE = 60;

    private final int burstSeconds;
    private final Cache<Quota, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(FORGET)
            .maximumSize(MAX_CALLERS)
            .build();

    /** A caller whose rate was changed begins anew. */
    private record Quota(String caller, int ratePerMinute) {}

    /**
     * What a request finds.
     *
     * @param allowed whether it may pass
     * @param quota how many requests a caller who was quiet may send at once
     * @param windowSeconds in which time so many come back
     * @param remaining how many may be sent now
     * @param fullAfterSeconds when as many as that may be sent again
     * @param retryAfterSeconds when the next one may be sent; 0 when at once
     */
    record Standing(
            boolean allowed,
            long quota,
            int windowSeconds,
            long remaining,
            long fullAfterSeconds,
            long retryAfterSeconds) {}

    /** Buckets that hold what comes in so many seconds, and one request at least. */
    RateLimits(int burstSeconds) {
        this.burstSeconds = Math.max(1, burstSeconds);
    }

    /** Takes a request of a caller down. */
    Standing take(String caller, int ratePerMinute) {
        // At slow rates one request is more than the window brings.
        long capacity = Math.max(1, (long) ratePerMinute * burstSeconds / SECONDS_OF_MINUTE);
        int window = (int) Math.max(burstSeconds, ceil(capacity * SECONDS_OF_MINUTE, ratePerMinute));
        Bucket bucket = buckets.get(new Quota(caller, ratePerMinute), quota -> Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(quota.ratePerMinute(), Duration.ofMinutes(1)))
                .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Standing(
                probe.isConsumed(),
                capacity,
                window,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    private static long seconds(long nanos) {
        return ceil(nanos, 1_000_000_000L);
    }

    private static long ceil(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
