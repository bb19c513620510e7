package io.demarche.analysis.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalysisPoolTest {

    private final AnalysisPool pool = new AnalysisPool(1, 2);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void keepTheOnlyThreadBusy() throws InterruptedException {
        pool.submit(() -> {
            begun.countDown();
            return go.await(10, TimeUnit.SECONDS);
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void close() {
        go.countDown();
        pool.close(Duration.ofSeconds(10));
    }

    @Test
    void whoWaitsForAnAnswerGoesFirst() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        var last = pool.submit(() -> order.add("later 1"));
        var veryLast = pool.submit(() -> order.add("later 2"));
        pool.submitUrgent(() -> order.add("urgent 1")).orElseThrow();
        pool.submitUrgent(() -> order.add("urgent 2")).orElseThrow();

        go.countDown();
        last.result().toCompletableFuture().get(10, TimeUnit.SECONDS);
        veryLast.result().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(order).containsExactly("urgent 1", "urgent 2", "later 1", "later 2");
    }

    @Test
    void theLineIsBounded() throws Exception {
        var first = pool.submitUrgent(() -> 1).orElseThrow();
        var second = pool.submitUrgent(() -> 2).orElseThrow();
        assertThat(pool.submitUrgent(() -> 3)).isEmpty();

        assertThat(first.withdraw()).isTrue();
        assertThat(pool.submitUrgent(() -> 4)).isPresent();
        assertThat(pool.submitUrgent(() -> 5)).isEmpty();

        go.countDown();
        assertThat(second.result().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    @Test
    void whatIsAbandonedStopsAndItsThreadGoesOn() throws Exception {
        go.countDown();
        CountDownLatch atWork = new CountDownLatch(1);
        var abandoned = pool.submitUrgent(() -> {
                    atWork.countDown();
                    Thread.sleep(60_000);
                    return 1;
                })
                .orElseThrow();
        assertThat(atWork.await(10, TimeUnit.SECONDS)).isTrue();

        abandoned.abandon();

        assertThatThrownBy(() -> abandoned.result().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(InterruptedException.class);
        var next =
                pool.submitUrgent(() -> Thread.currentThread().isInterrupted()).orElseThrow();
        assertThat(next.result().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isFalse();
    }

    @Test
    void whatIsWithdrawnIsNotRun() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        var withdrawn = pool.submit(() -> order.add("withdrawn"));
        var kept = pool.submit(() -> order.add("kept"));

        assertThat(withdrawn.withdraw()).isTrue();
        assertThat(withdrawn.withdraw()).isFalse();
        go.countDown();
        kept.result().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(order).containsExactly("kept");
        assertThat(kept.withdraw()).isFalse();
    }

    @Test
    void anErrorIsAResultAndTheThreadLivesOn() throws Exception {
        var broken = pool.submit(() -> {
            throw new StackOverflowError();
        });
        var next = pool.submit(() -> "next");
        go.countDown();

        assertThatThrownBy(() -> broken.result().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(next.result().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo("next");
    }

    @Test
    void closingWaitsForWhatIsBegunAndTellsWhetherItEnded() throws Exception {
        AnalysisPool own = new AnalysisPool(1, 1);
        AtomicBoolean end = new AtomicBoolean();
        CountDownLatch running = new CountDownLatch(1);
        var stubborn = own.submit(() -> {
            running.countDown();
            while (!end.get()) {
                Thread.onSpinWait();
            }
            return "done";
        });
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(own.close(Duration.ofMillis(1))).isFalse();
        end.set(true);
        assertThat(own.close(Duration.ofSeconds(10))).isTrue();
        assertThat(stubborn.result().toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo("done");
    }
}
