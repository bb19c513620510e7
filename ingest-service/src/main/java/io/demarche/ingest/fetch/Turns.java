package io.demarche.ingest.fetch;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Lets one request at a time go to a host, with a pause after each. */
final class Turns {

    private final Clock clock;
    private final Timer timer;
    private final int maxWaiting;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int waiting;

    /** Runs something later. */
    interface Timer {
        void after(Duration delay, Runnable task);
    }

    Turns(Clock clock, Timer timer, int maxWaiting) {
        this.clock = clock;
        this.timer = timer;
        this.maxWaiting = maxWaiting;
    }

    private static final class Lane {
        final Deque<Runnable> queue = new ArrayDeque<>();
        boolean busy;
        Instant free = Instant.MIN;
    }

    /**
     * Runs a request when it is its turn.
     *
     * @param pause how long the host is left alone afterwards
     * @return what came of it; fails at once when too many wait already
     */
    <T> Uni<T> take(String host, Duration pause, Supplier<Uni<T>> request) {
        return Uni.createFrom().emitter(emitter -> enter(host, () -> run(host, pause, request, emitter), emitter));
    }

    private <T> void run(String host, Duration pause, Supplier<Uni<T>> request, UniEmitter<? super T> emitter) {
        Uni.createFrom()
                .deferred(request::get)
                .onTermination()
                .invoke(() -> leave(host, pause))
                .subscribe()
                .with(emitter::complete, emitter::fail);
    }

    private void enter(String host, Runnable turn, UniEmitter<?> emitter) {
        Duration wait;
        synchronized (this) {
            if (waiting >= maxWaiting) {
                emitter.fail(FetchException.failed("Too many pages wait to be fetched."));
                return;
            }
            Lane lane = lanes.computeIfAbsent(host, key -> new Lane());
            waiting++;
            if (lane.busy) {
                lane.queue.add(turn);
                return;
            }
            lane.busy = true;
            wait = until(lane.free);
        }
        start(wait, turn);
    }

    private void leave(String host, Duration pause) {
        Runnable next;
        synchronized (this) {
            Lane lane = lanes.get(host);
            waiting--;
            if (lane == null) {
                return;
            }
            lane.free = clock.instant().plus(pause);
            next = lane.queue.poll();
            lane.busy = next != null;
        }
        if (next == null) {
            timer.after(pause, () -> forget(host));
        } else {
            start(pause, next);
        }
    }

    /** A host that nobody asks needs no lane. */
    private synchronized void forget(String host) {
        Lane lane = lanes.get(host);
        if (lane != null && !lane.busy && until(lane.free).isZero()) {
            lanes.remove(host);
        }
    }

    private Duration until(Instant free) {
        Instant now = clock.instant();
        return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
    }

    private void start(Duration wait, Runnable turn) {
        if (wait.isZero()) {
            turn.run();
        } else {
            timer.after(wait, turn);
        }
    }

    synchronized int hosts() {
        return lanes.size();
    }
}
