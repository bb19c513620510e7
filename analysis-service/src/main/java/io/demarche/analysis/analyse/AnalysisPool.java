package io.demarche.analysis.analyse;

import io.demarche.platform.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads that analyse, as many as there are cores: more would only make everybody slower. Somebody who waits for an
 * answer goes before the worker, whose articles can wait.
 */
@ApplicationScoped
public class AnalysisPool {

    private static final int WAITING_A_THREAD = 4;

    private final int threads;
    private final int queue;
    private final ThreadPoolExecutor executor;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();

    @Inject
    AnalysisPool(AnalyseConfig config) {
        this(config.threads().orElse(Runtime.getRuntime().availableProcessors()), config.queue());
    }

    private AnalysisPool(int threads, OptionalInt queue) {
        this(threads, queue.orElse(WAITING_A_THREAD * threads));
    }

    AnalysisPool(int threads, int queue) {
        this.threads = threads;
        this.queue = queue;
        AtomicInteger names = new AtomicInteger();
        this.executor =
                new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "analysis-" + names.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** How many texts are analysed at once. */
    public int threads() {
        return threads;
    }

    /** How many texts of somebody who waits are in line. */
    int waiting() {
        return waiting.get();
    }

    /** How many texts are being analysed. */
    int running() {
        return executor.getActiveCount();
    }

    /** Puts work in line for somebody who waits; empty when the line is full. */
    public <T> Optional<AnalysisTask<T>> submitUrgent(Callable<T> work) {
        if (waiting.incrementAndGet() > queue) {
            waiting.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(submit(work, waiting::decrementAndGet, true));
    }

    /** Puts work in line behind all that is urgent. The caller sees to it that the line does not grow. */
    public <T> AnalysisTask<T> submit(Callable<T> work) {
        return submit(work, () -> {}, false);
    }

    private <T> AnalysisTask<T> submit(Callable<T> work, Runnable whenLeavingLine, boolean urgent) {
        AnalysisTask<T> task =
                new AnalysisTask<>(Traces.carried(work), whenLeavingLine, urgent, numbers.getAndIncrement());
        executor.execute(task);
        return task;
    }

    /**
     * Gives up what waits, and waits for what is begun.
     *
     * @return whether all of it ended in time
     */
    boolean close(Duration grace) {
        executor.shutdownNow();
        try {
            return executor.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
