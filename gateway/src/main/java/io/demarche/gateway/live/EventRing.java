package io.demarche.gateway.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last events, for all clients. Each client keeps the number of the next event that it wants; numbers count up for
 * ever, and the oldest events make room for new ones. Safe for any number of threads.
 */
final class EventRing {

    private final @Nullable LiveEvent[] slots;
    private long oldest;
    private long end;
    /** Whatever came behind this position is in the ring, up to the head. */
    private String floor = "";

    private String head = "";

    EventRing(int size) {
        this.slots = new LiveEvent[size];
    }

    /**
     * Some events in a row.
     *
     * @param events at most as many as were asked for
     * @param next number of the event behind them
     * @param position everything up to it has been told when these have
     */
    record Part(List<LiveEvent> events, long next, String position) {}

    /** Forgets everything, and begins behind a position. Numbers go on. */
    synchronized void restart(String position) {
        java.util.Arrays.fill(slots, null);
        oldest = end;
        floor = position;
        head = position;
    }

    /**
     * Adds what came behind the head.
     *
     * @param events in their order
     * @param position the new head, at or behind the last event
     */
    synchronized void append(List<LiveEvent> events, String position) {
        for (LiveEvent event : events) {
            int slot = slot(end);
            if (end - oldest == slots.length) {
                LiveEvent leaving = slots[slot];
                floor = leaving == null ? floor : leaving.position();
                oldest++;
            }
            slots[slot] = event;
            end++;
        }
        head = position;
    }

    /** How far it has been read. */
    synchronized String head() {
        return head;
    }

    /** Number of the first event behind a position; -1 when some events behind it are no longer here. */
    synchronized long after(String position) {
        if (position.compareTo(floor) < 0) {
            return -1;
        }
        long low = oldest;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (event(middle).position().compareTo(position) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Events from a number on; null when that one is no longer here. */
    synchronized @Nullable Part read(long from, int most) {
        if (from < oldest) {
            return null;
        }
        List<LiveEvent> events = new ArrayList<>();
        for (long number = from; number < end && events.size() < most; number++) {
            events.add(event(number));
        }
        long next = from + events.size();
        String position = next >= end ? head : events.get(events.size() - 1).position();
        return new Part(events, next, position);
    }

    private LiveEvent event(long number) {
        return java.util.Objects.requireNonNull(slots[slot(number)]);
    }

    private int slot(long number) {
        return (int) (number % slots.length);
    }
}
