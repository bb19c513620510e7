package io.demarche.analysis.worker;

import io.demarche.platform.trace.Trace;
import io.demarche.platform.trace.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Tells ingest how leases end, one message at a time: what ends meanwhile goes with the next one. Keeps trying until
 * ingest has answered, or the lease has run out and nobody wants to hear of it.
 */
final class Outbox {

    private final List<Parcel> waiting = new ArrayList<>();
    private final WorkSource source;
    private final EventLoop loop;
    private final Pauses pauses;
    private final Reachability ingest;
    private final Predicate<Settlement> stillWanted;
    private final BiConsumer<Settlement, Boolean> told;
    private boolean busy;

    /**
     * @param stillWanted whether a lease that could not be told of is to be tried again
     * @param told takes what ingest has heard, and whether the lease was held; {@code false} too for what is given up
     */
    Outbox(
            WorkSource source,
            EventLoop loop,
            Pauses pauses,
            Reachability ingest,
            Predicate<Settlement> stillWanted,
            BiConsumer<Settlement, Boolean> told) {
        this.source = source;
        this.loop = loop;
        this.pauses = pauses;
        this.ingest = ingest;
        this.stillWanted = stillWanted;
        this.told = told;
    }

    /** Takes what is to be told, and the trace that it belongs to. */
    void add(Settlement settlement, Trace trace) {
        waiting.add(new Parcel(settlement, trace));
        flush();
    }

    /** Forgets a lease that was lost meanwhile. */
    void remove(Lease lease) {
        waiting.removeIf(parcel -> parcel.settlement().lease().equals(lease));
    }

    private void flush() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        Parcel first = waiting.get(0);
        List<Settlement> batch =
                waiting.stream().filter(first::goesWith).map(Parcel::settlement).toList();
        Traces.within(first.trace(), () -> source.settle(batch))
                .whenComplete((lost, failure) -> loop.execute(() -> {
                    if (failure == null) {
                        heard(batch, lost);
                    } else {
                        unheard(batch, failure);
                    }
                }));
    }

    private void heard(List<Settlement> batch, Set<UUID> lost) {
        ingest.back();
        pauses.reset();
        busy = false;
        forget(batch);
        for (Settlement settlement : batch) {
            told.accept(settlement, !lost.contains(settlement.lease().token()));
        }
        flush();
    }

    private void unheard(List<Settlement> batch, Throwable failure) {
        ingest.away(failure);
        List<Settlement> givenUp = batch.stream().filter(stillWanted.negate()).toList();
        forget(givenUp);
        givenUp.forEach(settlement -> told.accept(settlement, false));
        // Stays busy meanwhile: what ends in the pause waits for its end.
        loop.schedule(pauses.next(), () -> {
            busy = false;
            flush();
        });
    }

    private void forget(List<Settlement> settlements) {
        waiting.removeIf(parcel -> settlements.contains(parcel.settlement()));
    }

    private record Parcel(Settlement settlement, Trace trace) {

        /** Whether one call may tell of both. */
        boolean goesWith(Parcel other) {
            return settlement.kind() == other.settlement.kind() && trace.equals(other.trace);
        }
    }
}
