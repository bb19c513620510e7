package io.demarche.gateway.upstream;

import io.demarche.platform.deadline.Deadline;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tries calls again that could not be made, after a pause by chance, within the caller's time and the budget. */
final class Retries {

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final Vertx vertx;
    private final int most;
    private final RetryBudget budget;
    private final Runnable told;

    /**
     * Tries again.
     *
     * @param most how often one call
     * @param budget how often of all
     * @param told is run each time
     */
    Retries(Vertx vertx, int most, RetryBudget budget, Runnable told) {
        this.told = told;
        this.vertx = vertx;
        this.most = most;
        this.budget = budget;
    }

    /**
     * Makes a call, and makes it again.
     *
     * @param worthIt whether a failure may pass
     */
    <T> Uni<T> around(Supplier<Uni<T>> call, Predicate<Throwable> worthIt) {
        budget.called();
        return attempt(call, worthIt, 0);
    }

    private <T> Uni<T> attempt(Supplier<Uni<T>> call, Predicate<Throwable> worthIt, int retries) {
        return Uni.createFrom().deferred(call::get).onFailure(worthIt).recoverWithUni(failure -> {
            long pause = pause(retries);
            if (retries >= most || !fits(pause) || !budget.spend()) {
                return Uni.createFrom().failure(failure);
            }
            told.run();
            return later(pause).flatMap(now -> attempt(call, worthIt, retries + 1));
        });
    }

    /** On the context that the call was made on, which carries its deadline. */
    private Uni<Boolean> later(long pause) {
        return Uni.createFrom().emitter(emitter -> {
            long timer = vertx.setTimer(Math.max(1, pause), now -> emitter.complete(true));
            emitter.onTermination(() -> vertx.cancelTimer(timer));
        });
    }

    private static boolean fits(long pauseMillis) {
        return Deadline.within(Duration.ofMillis(Long.MAX_VALUE)).toMillis() > pauseMillis;
    }

    /** Anything up to a bound that doubles. */
    private static long pause(int retries) {
        long bound = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(retries, 10));
        return ThreadLocalRandom.current().nextLong(bound / 4, bound + 1);
    }
}
