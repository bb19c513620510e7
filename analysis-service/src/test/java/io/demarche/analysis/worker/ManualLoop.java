package io.demarche.analysis.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An event loop, and its clock, that go on when the test says so. */
final class ManualLoop extends Clock implements EventLoop {

    private record Event(Instant due, Runnable run) {}

    private final List<Event> events = new ArrayList<>();
    private Instant now = Instant.parse("2024-05-01T00:00:00Z");

    @Override
    public void execute(Runnable event) {
        schedule(Duration.ZERO, event);
    }

    @Override
    public void schedule(Duration delay, Runnable event) {
        events.add(new Event(now.plus(delay), event));
    }

    /** Runs what is due. */
    void run() {
        advance(Duration.ZERO);
    }

    /** Lets time pass, and runs what comes due in it, in its order. */
    void advance(Duration duration) {
        Instant end = now.plus(duration);
        while (true) {
            Event next = events.stream()
                    .filter(event -> !event.due().isAfter(end))
                    .min(Comparator.comparing(Event::due))
                    .orElse(null);
            if (next == null) {
                break;
            }
            events.remove(next);
            now = next.due();
            next.run().run();
        }
        now = end;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
