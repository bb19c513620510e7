package io.demarche.gateway.upstream;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many calls may be tried again: a share of all calls, and a few more after a quiet time. While a service is away,
 * retries add no more load to it than this share.
 */
final class RetryBudget {

    private static final long ONE = 1_000;

    private final long each;
    private final long most;
    private final AtomicLong saved;

    /**
     * A full budget.
     *
     * @param ratio what each call puts in, in retries, 0 to 1
     * @param reserve how many retries it holds
     */
    RetryBudget(double ratio, int reserve) {
        this.each = Math.round(ratio * ONE);
        this.most = reserve * ONE;
        this.saved = new AtomicLong(most);
    }

    /** A call is made. */
    void called() {
        saved.updateAndGet(now -> Math.min(most, now + each));
    }

    /** Takes a retry out, if there is one. */
    boolean spend() {
        long before = saved.getAndUpdate(now -> now >= ONE ? now - ONE : now);
        return before >= ONE;
    }
}
