package io.demarche.platform.deadline;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.time.Duration;
import java.util.Optional;

/** The moment from which on nobody waits for the answer to the present request any more. */
public final class Deadline {

    /**
     * Header of a request: how many milliseconds the caller waits for the answer, from when the request is read on. A
     * span and not a time of day, so that clocks need not agree.
     */
    public static final String HEADER = "Demarche-Timeout-Ms";

    static final long LONGEST_MILLIS = 600_000;

    private static final String LOCAL = Deadline.class.getName();

    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** From now on. */
    static Deadline in(long millis) {
        return new Deadline(System.nanoTime() + millis * 1_000_000);
    }

    /** That of the request whose context this is called on, when its caller gave one. */
    public static Optional<Deadline> current() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(LOCAL) : Optional.empty();
    }

    /**
     * A span of time, cut off at the deadline of the present request.
     *
     * @return at least 1 ms
     */
    public static Duration within(Duration most) {
        return current()
                .map(Deadline::left)
                .filter(left -> left.compareTo(most) < 0)
                .map(left -> left.toMillis() < 1 ? Duration.ofMillis(1) : left)
                .orElse(most);
    }

    /** What is left; zero when it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    void enter() {
        ContextLocals.put(LOCAL, this);
    }
}
