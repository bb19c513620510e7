package io.demarche.analysis.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.demarche.analysis.worker.Settlement.Kind;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ManualLoop loop = new ManualLoop();
    private final FakeSource source = new FakeSource();
    private final FakeWork work = new FakeWork();
    private final Worker worker = new Worker(
            source,
            work,
            loop,
            new WorkerSettings(4, LEASE, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30)),
            loop,
            new Random(1));

    @Test
    void analysesStoresThenCompletes() {
        Lease lease = source.add();
        start();
        assertThat(worker.counters().inFlight).hasValue(1);
        assertThat(source.settled).isEmpty();

        work.finish(lease);
        loop.run();

        assertThat(work.stored).containsExactly(lease.articleId());
        assertThat(source.settled).containsExactly(Settlement.complete(lease, "test-1"));
        assertThat(worker.counters().inFlight).hasValue(0);
        assertThat(worker.counters().analysed).hasValue(1);
    }

    @Test
    void holdsNoMoreThanItMay() {
        for (int i = 0; i < 9; i++) {
            source.add();
        }
        start();

        assertThat(source.asked).containsExactly(4);
        assertThat(work.tasks).hasSize(4);
        loop.advance(Duration.ofSeconds(10));
        assertThat(source.asked).containsExactly(4);
    }

    @Test
    void fetchesTheNextOnceHalfIsDone() {
        Lease first = source.add();
        Lease second = source.add();
        for (int i = 0; i < 7; i++) {
            source.add();
        }
        start();

        work.finish(first);
        loop.run();
        assertThat(source.asked).containsExactly(4);
        work.finish(second);
        loop.run();
        assertThat(source.asked).containsExactly(4, 2);
        assertThat(worker.counters().inFlight).hasValue(4);
    }

    @Test
    void asksLessAndLessOftenWhenThereIsNothingToDo() {
        start();
        loop.advance(Duration.ofMillis(200));
        assertThat(source.asked).hasSize(2);

        loop.advance(Duration.ofMinutes(1));
        int before = source.asked.size();
        loop.advance(Duration.ofMinutes(1));
        // Pauses of 2.5 to 5 seconds.
        assertThat(source.asked.size() - before).isBetween(11, 25);

        Lease lease = source.add();
        int quiet = source.asked.size();
        loop.advance(Duration.ofSeconds(8));
        assertThat(work.tasks).containsKey(lease.token());
        // Found within 5 seconds, then asked again after at most 0.2, 0.4, 0.8 and 1.6.
        assertThat(source.asked.size() - quiet).isGreaterThanOrEqualTo(5);
    }

    @Test
    void triesOnWhileIngestIsAway() {
        source.away = true;
        start();
        loop.advance(Duration.ofMinutes(2));
        int tries = source.asked.size();
        assertThat(tries).isBetween(6, 16);

        source.away = false;
        Lease lease = source.add();
        loop.advance(Duration.ofSeconds(30));
        work.finish(lease);
        loop.run();
        assertThat(worker.counters().analysed).hasValue(1);
    }

    @Test
    void extendsWhatTakesLong() {
        Lease lease = source.add();
        start();
        loop.advance(Duration.ofSeconds(29));
        assertThat(source.extended).isEmpty();
        loop.advance(Duration.ofSeconds(2));
        assertThat(source.extended).containsExactly(lease.token());
        loop.advance(Duration.ofMinutes(5));
        // At least every half lease, so that it never runs out.
        assertThat(source.extended.size()).isBetween(8, 22);

        work.finish(lease);
        loop.run();
        int extensions = source.extended.size();
        loop.advance(Duration.ofMinutes(5));
        assertThat(source.extended).hasSize(extensions);
    }

    @Test
    void letsGoOfALeaseThatIsLost() {
        Lease lease = source.add();
        start();
        source.lost.add(lease.token());
        loop.advance(Duration.ofSeconds(31));

        assertThat(worker.counters().inFlight).hasValue(0);
        work.finish(lease);
        loop.run();
        assertThat(work.stored).isEmpty();
        assertThat(source.settled).isEmpty();
    }

    @Test
    void aLeaseThatIsLostAtTheEndIsNotCounted() {
        Lease lease = source.add();
        start();
        source.lost.add(lease.token());
        work.finish(lease);
        loop.run();

        assertThat(source.settled).hasSize(1);
        assertThat(worker.counters().inFlight).hasValue(0);
        assertThat(worker.counters().analysed).hasValue(0);
        assertThat(worker.counters().failed).hasValue(0);
    }

    @Test
    void failsWhatTheEngineCannotAnalyse() {
        Lease lease = source.add();
        work.analyseFailure = new IllegalStateException("inner words");
        start();
        work.finish(lease);
        loop.run();

        assertThat(source.settled).containsExactly(Settlement.fail(lease, "the engine failed: IllegalStateException"));
        assertThat(worker.counters().failed).hasValue(1);
        assertThat(worker.isRunning()).isTrue();
    }

    @Test
    void failsWhatTheDatabaseRefuses() {
        Lease lease = source.add();
        work.storeFailure = new ArticleWork.UnstorableException(new IllegalStateException());
        start();
        work.finish(lease);
        loop.run();

        assertThat(source.settled).extracting(Settlement::kind).containsExactly(Kind.FAIL);
    }

    @Test
    void keepsWhatItCannotStoreUntilItCan() {
        Lease lease = source.add();
        work.storeFailure = new IllegalStateException("no database");
        start();
        work.finish(lease);
        loop.advance(Duration.ofMinutes(10));

        assertThat(source.settled).isEmpty();
        assertThat(work.storeCalls).isBetween(15, 60);
        assertThat(worker.counters().inFlight).hasValue(1);

        work.storeFailure = null;
        loop.advance(Duration.ofSeconds(30));
        assertThat(source.settled).containsExactly(Settlement.complete(lease, "test-1"));
    }

    @Test
    void triesToCompleteUntilTheLeaseHasRunOut() {
        Lease heard = source.add();
        start();
        source.away = true;
        work.finish(heard);
        loop.advance(Duration.ofSeconds(20));
        assertThat(source.settleCalls).isGreaterThan(2);
        source.away = false;
        loop.advance(Duration.ofSeconds(30));
        assertThat(source.settled).containsExactly(Settlement.complete(heard, "test-1"));
        assertThat(worker.counters().analysed).hasValue(1);

        Lease unheard = source.add();
        loop.advance(Duration.ofSeconds(5));
        source.away = true;
        work.finish(unheard);
        loop.advance(Duration.ofMinutes(3));
        assertThat(worker.counters().inFlight).hasValue(0);
        int calls = source.settleCalls;
        source.away = false;
        loop.advance(Duration.ofMinutes(3));
        assertThat(source.settleCalls).isEqualTo(calls);
    }

    @Test
    void tellsOfManyInOneMessage() {
        Lease first = source.add();
        Lease second = source.add();
        Lease third = source.add();
        start();
        source.away = true;
        work.finish(first);
        loop.run();
        work.finish(second);
        work.finish(third);
        loop.run();
        source.away = false;
        loop.advance(Duration.ofSeconds(1));

        assertThat(source.settleCalls).isEqualTo(2);
        assertThat(source.settled).hasSize(3);
    }

    @Test
    void stopsAtOnceWhenNothingIsInHand() {
        start();
        CompletionStage<Void> stopped = worker.stop(GRACE);
        loop.run();

        assertThat(stopped.toCompletableFuture()).isDone();
        assertThat(worker.isRunning()).isFalse();
        int asked = source.asked.size();
        source.add();
        loop.advance(Duration.ofMinutes(1));
        assertThat(source.asked).hasSize(asked);
    }

    @Test
    void handsBackWhatIsNotBegunAndFinishesWhatIs() {
        Lease begun = source.add();
        Lease waiting = source.add();
        start();
        // Done, but the worker has not heard of it yet when it is told to stop.
        work.finish(begun);
        CompletionStage<Void> stopped = worker.stop(GRACE);
        loop.run();

        assertThat(source.settled)
                .containsExactlyInAnyOrder(Settlement.complete(begun, "test-1"), Settlement.handBack(waiting));
        assertThat(stopped.toCompletableFuture()).isDone();
    }

    @Test
    void handsBackWhatIsNotDoneWithinItsGrace() {
        Lease stuck = source.add();
        start();
        // Begun, so it cannot be withdrawn, and it does not come to its end.
        work.storeFailure = new IllegalStateException("no database");
        work.finish(stuck);
        loop.run();
        CompletionStage<Void> stopped = worker.stop(GRACE);
        loop.advance(GRACE);

        assertThat(source.settled).containsExactly(Settlement.handBack(stuck));
        assertThat(stopped.toCompletableFuture()).isDone();
    }

    @Test
    void handsBackWhatIsLeasedTooLate() {
        Lease late = source.add();
        source.slowLease = new CompletableFuture<>();
        start();
        CompletionStage<Void> stopped = worker.stop(GRACE);
        loop.run();
        assertThat(stopped.toCompletableFuture()).isNotDone();

        source.slowLease.complete(null);
        loop.run();

        assertThat(source.settled).containsExactly(Settlement.handBack(late));
        assertThat(stopped.toCompletableFuture()).isDone();
    }

    @Test
    void stopsEvenWhenIngestDoesNotHearOfIt() {
        source.add();
        start();
        source.away = true;
        CompletionStage<Void> stopped = worker.stop(GRACE);
        loop.advance(GRACE.plusSeconds(2));

        assertThat(stopped.toCompletableFuture()).isDone();
    }

    @Test
    void stopsBeforeItWasStarted() {
        CompletionStage<Void> stopped = worker.stop(GRACE);
        loop.run();
        assertThat(stopped.toCompletableFuture()).isDone();

        worker.start();
        loop.run();
        assertThat(worker.isRunning()).isFalse();
    }

    private void start() {
        worker.start();
        loop.run();
        assertThat(worker.isRunning()).isTrue();
    }
}
