package io.demarche.analysis.worker;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** An event loop on a thread of its own. After {@link #close} events are dropped. */
final class ThreadEventLoop implements EventLoop, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ThreadEventLoop.class);

    private final ScheduledThreadPoolExecutor executor;

    ThreadEventLoop(String name) {
        executor = new ScheduledThreadPoolExecutor(
                1,
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                (dropped, pool) -> {});
    }

    @Override
    public void execute(Runnable event) {
        executor.execute(() -> run(event));
    }

    @Override
    public void schedule(Duration delay, Runnable event) {
        executor.schedule(() -> run(event), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void run(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException bug) {
            // An executor would keep it to itself.
            LOG.error("The worker stumbled; its leases run out by themselves.", bug);
        }
    }
}
