package io.demarche.gateway.cache;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One question under way that several callers wait for. Goes on as long as one of them waits, or it was told to; each
 * caller hears of its end on his own thread.
 */
final class Flight {

    private final long beganAt;
    private final Runnable whenOver;
    private final List<Passenger> passengers = new ArrayList<>();
    private @Nullable Cancellable load;
    private boolean over;
    private boolean goesOn;

    private record Passenger(UniEmitter<? super Content> emitter, Executor thread) {}

    /**
     * A question that is not asked yet.
     *
     * @param whenOver is run once, before anybody hears of the end
     */
    Flight(long beganAt, Runnable whenOver) {
        this.beganAt = beganAt;
        this.whenOver = whenOver;
    }

    /** Asks. */
    void start(Uni<Content> question) {
        Cancellable begun = question.subscribe().with(content -> end(content, null), failure -> end(null, failure));
        boolean deserted;
        synchronized (this) {
            load = begun;
            deserted = over;
        }
        if (deserted) {
            begun.cancel();
        }
    }

    /** Waits, unless it is over already. */
    synchronized boolean board(UniEmitter<? super Content> emitter, Executor thread) {
        if (over) {
            return false;
        }
        passengers.add(new Passenger(emitter, thread));
        return true;
    }

    /** Waits no longer; when nobody does, the question is taken back. */
    void leave(UniEmitter<? super Content> emitter) {
        Cancellable deserted;
        synchronized (this) {
            passengers.removeIf(passenger -> passenger.emitter() == emitter);
            if (over || goesOn || !passengers.isEmpty()) {
                return;
            }
            over = true;
            deserted = load;
        }
        whenOver.run();
        if (deserted != null) {
            deserted.cancel();
        }
    }

    /** Asks on, for those who come later, even when nobody waits. */
    synchronized void goOn() {
        goesOn = true;
    }

    /** When it was begun, milliseconds since 1970. */
    long beganAt() {
        return beganAt;
    }

    private void end(@Nullable Content content, @Nullable Throwable failure) {
        List<Passenger> waiting;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            waiting = List.copyOf(passengers);
        }
        whenOver.run();
        for (Passenger passenger : waiting) {
            passenger.thread().execute(() -> {
                if (failure != null) {
                    passenger.emitter().fail(failure);
                } else {
                    passenger.emitter().complete(content);
                }
            });
        }
    }
}
