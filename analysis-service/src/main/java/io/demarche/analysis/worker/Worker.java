package io.demarche.analysis.worker;

import io.demarche.analysis.analyse.AnalysisTask;
import io.demarche.engine.Analysis;
import io.demarche.platform.trace.Trace;
import io.demarche.platform.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Leases articles and sees each to its end: analysed, stored, and ingest told so; or failed; or handed back.
 *
 * <p>A state machine. Everything happens on its {@link EventLoop}, so nothing here is locked, and tests drive it with a
 * clock of their own. It may die at any moment: the leases then run out, and storing twice changes nothing.
 */
final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);

    /** First pause when ingest or the database is away. */
    private static final Duration AWAY_MIN = Duration.ofMillis(500);

    /** How long ingest may take to hear what is handed back at the very end. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private enum State {
        NEW,
        RUNNING,
        DRAINING,
        STOPPED
    }

    private final Map<UUID, InHand> inHand = new LinkedHashMap<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final WorkerCounters counters = new WorkerCounters();
    private final WorkSource source;
    private final ArticleWork work;
    private final EventLoop loop;
    private final WorkerSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final Pauses idlePauses;
    private final Pauses awayPauses;
    private final Reachability ingest = new Reachability("Ingest", LOG);
    private final Reachability database = new Reachability("The database", LOG);
    private final Outbox outbox;
    private final LeaseKeeper keeper;

    private volatile State state = State.NEW;
    private boolean leasing;
    private boolean pausing;

    Worker(
            WorkSource source,
            ArticleWork work,
            EventLoop loop,
            WorkerSettings settings,
            Clock clock,
            RandomGenerator random) {
        this.source = source;
        this.work = work;
        this.loop = loop;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.idlePauses = new Pauses(settings.idleMin(), settings.idleMax(), random);
        this.awayPauses = awayPauses();
        this.outbox = new Outbox(source, loop, awayPauses(), ingest, this::stillHeld, this::told);
        this.keeper = new LeaseKeeper(source, loop, clock, settings.lease(), ingest, inHand::values, this::lost);
    }

    /** Begins to lease. */
    void start() {
        loop.execute(() -> {
            if (state == State.NEW) {
                state = State.RUNNING;
                lease();
                keeper.start();
            }
        });
    }

    /**
     * Leases no more; hands back what is not begun, lets the rest finish, hands back what has not by then.
     *
     * @param grace how long the rest may take
     * @return completes when nothing is in hand any more
     */
    CompletionStage<Void> stop(Duration grace) {
        loop.execute(() -> {
            if (state == State.NEW) {
                state = State.STOPPED;
                stopped.complete(null);
            }
            if (state != State.RUNNING) {
                return;
            }
            state = State.DRAINING;
            for (InHand item : List.copyOf(inHand.values())) {
                if (item.task != null && item.task.withdraw()) {
                    settle(item, Settlement.handBack(item.lease));
                }
            }
            loop.schedule(grace, this::handBackAll);
            stopWhenEmpty();
        });
        return stopped;
    }

    /** Whether it leases. */
    boolean isRunning() {
        return state == State.RUNNING;
    }

    WorkerCounters counters() {
        return counters;
    }

    private void lease() {
        int room = settings.inHand() - inHand.size();
        // Not for every single article that is done: the other half keeps the threads busy meanwhile.
        if (state != State.RUNNING || leasing || pausing || room < (settings.inHand() + 1) / 2) {
            return;
        }
        leasing = true;
        Instant asked = clock.instant();
        // One trace for what is leased together, from the lease to the word that it is done.
        Trace trace = Trace.begin();
        Traces.within(trace, () -> source.lease(room))
                .whenComplete((leases, failure) -> loop.execute(() -> {
                    leasing = false;
                    if (failure == null) {
                        leased(asked, trace, leases, room);
                    } else {
                        ingest.away(failure);
                        leaseAfter(awayPauses.next());
                    }
                    stopWhenEmpty();
                }));
    }

    private void leased(Instant asked, Trace trace, List<Lease> leases, int room) {
        ingest.back();
        awayPauses.reset();
        leases.forEach(lease -> begin(lease, asked.plus(settings.lease()), trace));
        if (!leases.isEmpty()) {
            idlePauses.reset();
        }
        if (leases.size() < room) {
            leaseAfter(idlePauses.next());
        } else {
            lease();
        }
    }

    private void leaseAfter(Duration pause) {
        if (state == State.RUNNING) {
            pausing = true;
            loop.schedule(pause, () -> {
                pausing = false;
                lease();
            });
        }
    }

    private void begin(Lease lease, Instant until, Trace trace) {
        InHand item = new InHand(lease, until, awayPauses(), trace);
        inHand.put(lease.token(), item);
        counters.inFlight.set(inHand.size());
        if (state != State.RUNNING) {
            settle(item, Settlement.handBack(lease));
            return;
        }
        AnalysisTask<Analysis> task = Traces.within(trace, () -> work.analyse(lease));
        item.task = task;
        task.result()
                .whenComplete(
                        (analysis, failure) -> loop.execute(within(item, () -> analysed(item, analysis, failure))));
    }

    private void analysed(InHand item, Analysis analysis, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.errorf(failure, "The engine failed on article %s", item.lease.articleId());
            settle(
                    item,
                    Settlement.fail(
                            item.lease,
                            "the engine failed: " + cause(failure).getClass().getSimpleName()));
        } else {
            store(item, analysis);
        }
    }

    private void store(InHand item, Analysis analysis) {
        if (!isOpen(item)) {
            return;
        }
        work.store(item.lease, analysis)
                .whenComplete((nothing, failure) -> loop.execute(within(item, () -> {
                    if (failure == null) {
                        database.back();
                        settle(
                                item,
                                Settlement.complete(
                                        item.lease, analysis.engine().version()));
                    } else if (cause(failure) instanceof ArticleWork.UnstorableException) {
                        LOG.errorf(failure, "The database refuses the stances of article %s", item.lease.articleId());
                        settle(item, Settlement.fail(item.lease, "its stances cannot be stored"));
                    } else if (state == State.RUNNING) {
                        // Kept and tried again: were it failed, an hour without a database would use up every article's
                        // attempts.
                        database.away(failure);
                        loop.schedule(item.storePauses.next(), within(item, () -> store(item, analysis)));
                    } else {
                        settle(item, Settlement.handBack(item.lease));
                    }
                })));
    }

    private void settle(InHand item, Settlement settlement) {
        if (isOpen(item)) {
            item.settling = true;
            outbox.add(settlement, item.trace);
        }
    }

    /** Still ours, and its end not decided. */
    private boolean isOpen(InHand item) {
        return inHand.get(item.lease.token()) == item && !item.settling;
    }

    private boolean stillHeld(Settlement settlement) {
        InHand item = inHand.get(settlement.lease().token());
        return item != null && clock.instant().isBefore(item.until);
    }

    private void told(Settlement settlement, boolean held) {
        counters.settled(settlement.kind(), held);
        remove(settlement.lease(), held);
    }

    private void remove(Lease lease, boolean held) {
        if (!held) {
            LOG.debugf("The lease of article %s was lost: somebody else has it.", lease.articleId());
        }
        inHand.remove(lease.token());
        counters.inFlight.set(inHand.size());
        lease();
        stopWhenEmpty();
    }

    private void lost(InHand item) {
        if (item.task != null) {
            item.task.withdraw();
        }
        outbox.remove(item.lease);
        counters.lost.incrementAndGet();
        remove(item.lease, false);
    }

    private void handBackAll() {
        for (InHand item : List.copyOf(inHand.values())) {
            settle(item, Settlement.handBack(item.lease));
        }
        loop.schedule(LAST_WORDS, this::stopNow);
    }

    private void stopNow() {
        if (state != State.STOPPED && !inHand.isEmpty()) {
            LOG.warnf("Not handed back in time, but left to run out: %d leases", inHand.size());
        }
        inHand.clear();
        leasing = false;
        stopWhenEmpty();
    }

    private void stopWhenEmpty() {
        if (state == State.DRAINING && inHand.isEmpty() && !leasing) {
            state = State.STOPPED;
            keeper.stop();
            stopped.complete(null);
        }
    }

    private static Runnable within(InHand item, Runnable event) {
        return () -> Traces.within(item.trace, () -> {
            event.run();
            return true;
        });
    }

    /** Stages that were made from other stages wrap what went wrong. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private Pauses awayPauses() {
        Duration min = settings.awayMax().compareTo(AWAY_MIN) < 0 ? settings.awayMax() : AWAY_MIN;
        return new Pauses(min, settings.awayMax(), random);
    }
}
