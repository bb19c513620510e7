package io.demarche.analysis.worker;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What is counted of the worker. */
final class WorkerMetrics {

    private WorkerMetrics() {}

    static void register(MeterRegistry registry, Worker worker) {
        count(registry, worker, "analysed", counters -> counters.analysed.get());
        count(registry, worker, "failed", counters -> counters.failed.get());
        count(registry, worker, "handed_back", counters -> counters.handedBack.get());
        count(registry, worker, "lost", counters -> counters.lost.get());
        Gauge.builder("demarche.worker.in.hand", worker, known -> known.counters()
                        .inFlight
                        .get())
                .description("Articles that the worker has leased and not settled")
                .register(registry);
        Gauge.builder("demarche.worker.running", worker, known -> known.isRunning() ? 1 : 0)
                .description("Whether the worker leases articles: 1 or 0")
                .register(registry);
    }

    private static void count(
            MeterRegistry registry, Worker worker, String result, ToDoubleFunction<WorkerCounters> value) {
        FunctionCounter.builder("demarche.worker.articles", worker, known -> value.applyAsDouble(known.counters()))
                .description("Articles by what became of their leases")
                .tag("result", result)
                .register(registry);
    }
}
