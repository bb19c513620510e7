package io.demarche.analysis.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Extends the leases of what takes long, well before they run out, and finds out which are lost. */
final class LeaseKeeper {

    private final WorkSource source;
    private final EventLoop loop;
    private final Clock clock;
    private final Duration lease;
    private final Reachability ingest;
    private final Supplier<Collection<InHand>> held;
    private final Consumer<InHand> lost;
    private boolean stopped;

    /**
     * @param lease how long a lease runs
     * @param held what is in hand
     * @param lost takes what ingest has given to somebody else
     */
    LeaseKeeper(
            WorkSource source,
            EventLoop loop,
            Clock clock,
            Duration lease,
            Reachability ingest,
            Supplier<Collection<InHand>> held,
            Consumer<InHand> lost) {
        this.source = source;
        this.loop = loop;
        this.clock = clock;
        this.lease = lease;
        this.ingest = ingest;
        this.held = held;
        this.lost = lost;
    }

    void start() {
        // With a quarter between two looks, and half as the mark, each lease gets two tries at the least.
        loop.schedule(lease.dividedBy(4), this::look);
    }

    void stop() {
        stopped = true;
    }

    private void look() {
        if (stopped) {
            return;
        }
        start();
        Instant asked = clock.instant();
        Instant soon = asked.plus(lease.dividedBy(2));
        List<InHand> due =
                held.get().stream().filter(item -> !item.until.isAfter(soon)).toList();
        if (due.isEmpty()) {
            return;
        }
        source.extend(due.stream().map(item -> item.lease).toList())
                .whenComplete((gone, failure) -> loop.execute(() -> {
                    if (failure == null) {
                        extended(due, gone, asked.plus(lease));
                    } else {
                        ingest.away(failure);
                    }
                }));
    }

    private void extended(List<InHand> items, Set<UUID> gone, Instant until) {
        ingest.back();
        // What was settled while this was asked is known to ingest as lost, and not in hand any more.
        Collection<InHand> still = held.get();
        for (InHand item : items.stream().filter(still::contains).toList()) {
            if (gone.contains(item.lease.token())) {
                lost.accept(item);
            } else {
                item.until = until;
            }
        }
    }
}
