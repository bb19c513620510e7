package io.demarche.analysis.analyse;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that waits for a thread of {@link AnalysisPool}, or has one.
 *
 * @param <T> what it makes
 */
public final class AnalysisTask<T> implements Runnable, Comparable<AnalysisTask<?>> {

    private final CompletableFuture<T> result = new CompletableFuture<>();

    /** Null once it is begun or withdrawn: whoever takes it out decides, and it does not hold its text any longer. */
    private final AtomicReference<@Nullable Callable<T>> work;

    private final Runnable whenLeavingLine;
    private final boolean urgent;
    private final long number;
    private @Nullable Thread runner;

    AnalysisTask(Callable<T> work, Runnable whenLeavingLine, boolean urgent, long number) {
        this.work = new AtomicReference<>(work);
        this.whenLeavingLine = whenLeavingLine;
        this.urgent = urgent;
        this.number = number;
    }

    /** What it made; never completes when it was withdrawn. */
    public CompletionStage<T> result() {
        return result;
    }

    /**
     * Takes it out of the line, if no thread has begun it.
     *
     * @return whether this kept it from being run
     */
    public boolean withdraw() {
        if (work.getAndSet(null) == null) {
            return false;
        }
        whenLeavingLine.run();
        return true;
    }

    /** Nobody wants it any more: takes it out of the line, or has it stopped at the next sentence. */
    void abandon() {
        if (!withdraw() && !result.isDone()) {
            synchronized (this) {
                if (runner != null) {
                    runner.interrupt();
                }
            }
        }
    }

    private synchronized void begin() {
        runner = Thread.currentThread();
    }

    /** The thread goes on to other work, which nobody has interrupted. */
    private synchronized void end() {
        runner = null;
        Thread.interrupted();
    }

    @Override
    public void run() {
        Callable<T> mine = work.getAndSet(null);
        if (mine == null) {
            return;
        }
        whenLeavingLine.run();
        begin();
        try {
            result.complete(mine.call());
        } catch (Throwable failure) {
            // Errors too: a text that overflows the stack must not leave somebody waiting.
            result.completeExceptionally(failure);
        } finally {
            end();
        }
    }

    /** The urgent first, then the oldest. */
    @Override
    public int compareTo(AnalysisTask<?> other) {
        return urgent == other.urgent ? Long.compare(number, other.number) : Boolean.compare(other.urgent, urgent);
    }
}
