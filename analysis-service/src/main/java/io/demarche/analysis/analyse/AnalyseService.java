package io.demarche.analysis.analyse;

import io.demarche.engine.Analysis;
import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.EngineInfo;
import io.demarche.engine.InvalidRequestException;
import io.demarche.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;

/** Analyses texts on the threads that are there for it. */
@ApplicationScoped
public class AnalyseService {

    private static final int RETRY_SECONDS = 1;

    private final EngineService engine;
    private final AnalysisPool pool;

    AnalyseService(EngineService engine, AnalysisPool pool) {
        this.engine = engine;
        this.pool = pool;
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
            emitter.onTermination(task::withdraw);
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
        return pool.submit(() -> engine.analyse(request));
    }

    private AnalyseResponse answer(AnalysisRequest request) {
        try {
            return AnalyseMapper.toResponse(engine.analyse(request));
        } catch (InvalidRequestException invalid) {
            throw ProblemException.badRequest(invalid.field(), String.valueOf(invalid.getMessage()));
        }
    }
}
