package io.demarche.analysis.worker;

import io.demarche.analysis.analyse.AnalyseService;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Runs this replica's worker from the moment the engine is loaded to the end of the process. */
@ApplicationScoped
public class WorkerService {

    private static final Logger LOG = Logger.getLogger(WorkerService.class);

    /** What may pass between the end of the worker's grace and its last word. */
    private static final Duration SLACK = Duration.ofSeconds(3);

    private final ThreadEventLoop loop = new ThreadEventLoop("analysis-worker");
    private final AnalyseService analyses;
    private final WorkerConfig config;
    private final Worker worker;

    WorkerService(
            AnalyseService analyses,
            IngestWorkSource source,
            StoringArticleWork work,
            WorkerConfig config,
            MeterRegistry metrics) {
        this.analyses = analyses;
        this.config = config;
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        this.worker = new Worker(
                source, work, loop, WorkerSettings.of(config, analyses.threads()), Clock.systemUTC(), random);
        WorkerMetrics.register(metrics, worker);
    }

    void start(@Observes StartupEvent started) {
        if (config.enabled()) {
            analyses.ready().thenRun(worker::start);
        } else {
            LOG.info("The worker is turned off: this replica only answers questions.");
        }
    }

    /** At once, not only when the requests that still come meanwhile are over: what is handed back now is another's now. */
    void leave(@Observes ShutdownDelayInitiatedEvent stopping) {
        worker.stop(config.shutdownGrace());
    }

    void stop(@Observes ShutdownEvent stopping) {
        try {
            worker.stop(config.shutdownGrace())
                    .toCompletableFuture()
                    .get(config.shutdownGrace().plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unfinished) {
            LOG.warn("The worker did not stop in time; its leases run out by themselves.");
        } finally {
            loop.close();
        }
    }

    /** What the worker is doing. */
    public WorkerStatus status() {
        WorkerCounters counters = worker.counters();
        return new WorkerStatus(
                worker.isRunning(), counters.inFlight.get(), counters.analysed.get(), counters.failed.get());
    }
}
