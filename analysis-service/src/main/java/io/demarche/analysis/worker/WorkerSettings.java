package io.demarche.analysis.worker;

import java.time.Duration;

/**
 * What a {@link Worker} goes by.
 *
 * @param inHand most articles held at once
 * @param lease how long a lease runs
 * @param idleMin first pause when there is nothing to do
 * @param idleMax longest such pause
 * @param awayMax longest pause when ingest or the database is away
 */
record WorkerSettings(int inHand, Duration lease, Duration idleMin, Duration idleMax, Duration awayMax) {

    /** Most that ingest gives at once. */
    private static final int MOST = 100;

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(5);
    private static final Duration LONGEST_LEASE = Duration.ofSeconds(600);

    WorkerSettings {
        require(inHand >= 1 && inHand <= MOST, "demarche.worker.in-hand must be 1 to " + MOST);
        require(
                lease.compareTo(SHORTEST_LEASE) >= 0 && lease.compareTo(LONGEST_LEASE) <= 0,
                "demarche.worker.lease must be 5 to 600 seconds");
        require(
                positive(idleMin) && positive(idleMax) && positive(awayMax),
                "pauses of demarche.worker must be above 0");
    }

    static WorkerSettings of(WorkerConfig config, int threads) {
        return new WorkerSettings(
                config.inHand().orElse(Math.min(MOST, 4 * threads)),
                config.lease(),
                config.idleMin(),
                config.idleMax(),
                config.awayMax());
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
