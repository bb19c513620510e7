package io.demarche.ingest.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt at an item.
 *
 * @param state {@code PENDING}, {@code STORED} or {@code FAILED}
 * @param attempts how often it was tried
 * @param dueAt when it is tried again; null when it is not
 * @param article its article, or null
 * @param problem what went wrong, or null
 */
record ItemResult(
        State state, int attempts, @Nullable Instant dueAt, @Nullable UUID article, @Nullable String problem) {

    /** How far an item got. */
    enum State {
        PENDING,
        STORED,
        FAILED
    }

    static ItemResult stored(PendingItem item, UUID article) {
        return new ItemResult(State.STORED, item.attempt(), null, article, null);
    }

    /** Not the item's fault: as if it had not been tried. */
    static ItemResult postponed(PendingItem item, Instant dueAt, String problem) {
        return new ItemResult(State.PENDING, item.attempt() - 1, dueAt, null, problem);
    }

    static ItemResult failed(PendingItem item, @Nullable Instant again, String problem) {
        return new ItemResult(again == null ? State.FAILED : State.PENDING, item.attempt(), again, null, problem);
    }
}
