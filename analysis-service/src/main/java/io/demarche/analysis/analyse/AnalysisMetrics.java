package io.demarche.analysis.analyse;

import io.demarche.engine.Analysis;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What is counted of analyses. */
@Singleton
class AnalysisMetrics {

    private final Timer done;
    private final Timer failed;
    private final Counter characters;
    private final Counter stances;

    AnalysisMetrics(MeterRegistry registry, AnalysisPool pool, EngineService engine) {
        this.done = timer(registry, "done");
        this.failed = timer(registry, "failed");
        this.characters = Counter.builder("demarche.analysis.characters")
                .description("Length of the texts that were analysed")
                .baseUnit("characters")
                .register(registry);
        this.stances = Counter.builder("demarche.analysis.stances")
                .description("Stances that were found")
                .register(registry);
        Gauge.builder("demarche.analysis.waiting", pool, AnalysisPool::waiting)
                .description("Texts of callers that wait for a thread")
                .register(registry);
        Gauge.builder("demarche.analysis.running", pool, AnalysisPool::running)
                .description("Texts that are being analysed")
                .register(registry);
        Gauge.builder("demarche.analysis.threads", pool, AnalysisPool::threads)
                .description("Texts that can be analysed at once")
                .register(registry);
        Gauge.builder("demarche.engine.ready", engine, known -> known.isReady() ? 1 : 0)
                .description("Whether the stance engine is loaded: 1 or 0")
                .register(registry);
    }

    Analysis measured(Supplier<Analysis> work) {
        long began = System.nanoTime();
        Timer outcome = failed;
        try {
            Analysis analysis = work.get();
            outcome = done;
            characters.increment(analysis.text().length());
            stances.increment(analysis.stances().size());
            return analysis;
        } finally {
            outcome.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private static Timer timer(MeterRegistry registry, String outcome) {
        return Timer.builder("demarche.analysis.duration")
                .description("How long the engine takes for a text")
                .tag("outcome", outcome)
                .register(registry);
    }
}
