package io.demarche.analysis.worker;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What a worker has done since it started; read by any thread. */
final class WorkerCounters {
    final AtomicInteger inFlight = new AtomicInteger();
    final AtomicLong analysed = new AtomicLong();
    final AtomicLong failed = new AtomicLong();
}
