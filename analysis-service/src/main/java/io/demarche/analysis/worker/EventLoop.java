package io.demarche.analysis.worker;

import java.time.Duration;

/** One thread on which everything of a {@link Worker} happens, one thing after the other. */
interface EventLoop {

    /** Runs it soon. */
    void execute(Runnable event);

    /** Runs it later. */
    void schedule(Duration delay, Runnable event);
}
