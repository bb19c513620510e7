package io.demarche.analysis.worker;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a worker has done since it started; read by any thread. */
final class WorkerCounters {
    final AtomicInteger inFlight = new AtomicInteger();
    final AtomicLong analysed = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
    final AtomicLong handedBack = new AtomicLong();
    final AtomicLong lost = new AtomicLong();

    /** Counts the end of a lease that ingest has been told of, or that was given up. */
    void settled(Settlement.Kind kind, boolean held) {
        AtomicLong counter = !held
                ? lost
                : switch (kind) {
                    case COMPLETE -> analysed;
                    case FAIL -> failed;
                    case HAND_BACK -> handedBack;
                };
        counter.incrementAndGet();
    }
}
