package io.demarche.analysis.analyse;

import io.demarche.engine.Analysis;
import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.EngineInfo;
import io.demarche.engine.InvalidRequestException;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Analyses texts on the threads that are there for it. */
@ApplicationScoped
public class AnalyseService {

    private static final int RETRY_SECONDS = 1;

    /** For texts that nobody waits for any more. */
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);

    private final EngineService engine;
    private final AnalysisPool pool;
    private final AnalysisMetrics metrics;

    AnalyseService(EngineService engine, AnalysisPool pool, AnalysisMetrics metrics) {
        this.engine = engine;
        this.pool = pool;
        this.metrics = metrics;
    }

    void start(@Observes @Priority(1) StartupEvent started) {
        engine.load();
    }

    /** After the worker, which has the default priority, has ended. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent stopping) {
        if (pool.close(SHUTDOWN_GRACE)) {
            engine.close();
        }
        // Otherwise the model is in use: the end of the process frees it.
    }

    /** Completes when texts can be analysed. */
    public CompletionStage<EngineInfo> ready() {
        return engine.ready();
    }

    /** Which engine analyses. */
    public EngineInfo engine() {
        return engine.info();
    }

    /** How many texts are analysed at once. */
    public int threads() {
        return pool.threads();
    }

    /** Analyses a text for somebody who waits, and stores nothing. Gives it up when nobody waits any more. */
    public Uni<AnalyseResponse> analyseNow(AnalyseRequest request) {
        AnalyseRules.check(request);
        AnalysisRequest asked = AnalyseMapper.toEngine(request);
        engine.info();
        return Uni.createFrom().emitter(emitter -> {
            var line = pool.submitUrgent(() -> answer(asked));
            if (line.isEmpty()) {
                emitter.fail(ProblemException.unavailable("All threads are busy and the line is full.", RETRY_SECONDS));
                return;
            }
            AnalysisTask<AnalyseResponse> task = line.get();
            emitter.onTermination(task::abandon);
            task.result().whenComplete((response, failure) -> {
                if (failure == null) {
                    emitter.complete(response);
                } else {
                    emitter.fail(failure);
                }
            });
        });
    }

    /** Analyses the text of an article when no one who waits is in line. The caller bounds how many it hands in. */
    public AnalysisTask<Analysis> analyseLater(AnalysisRequest request) {
        return pool.submit(() -> metrics.measured(() -> engine.analyse(request)));
    }

    private AnalyseResponse answer(AnalysisRequest request) {
        try {
            return AnalyseMapper.toResponse(metrics.measured(() -> engine.analyse(request)));
        } catch (InvalidRequestException invalid) {
            throw ProblemException.badRequest(invalid.field(), String.valueOf(invalid.getMessage()));
        }
    }
}
