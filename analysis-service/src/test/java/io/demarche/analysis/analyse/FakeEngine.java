package io.demarche.analysis.analyse;

import io.demarche.engine.Analysis;
import io.demarche.engine.AnalysisRequest;
import io.demarche.engine.EngineInfo;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** An engine that finds what the test says. */
public final class FakeEngine extends EngineService {

    private final EngineInfo info;
    private final Function<AnalysisRequest, Analysis> analyse;

    public FakeEngine(EngineInfo info, Function<AnalysisRequest, Analysis> analyse) {
        super(new TestEngineConfig("none", 1, Optional.empty()));
        this.info = info;
        this.analyse = analyse;
    }

    @Override
    public CompletionStage<EngineInfo> ready() {
        return CompletableFuture.completedStage(info);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public EngineInfo info() {
        return info;
    }

    @Override
    public Analysis analyse(AnalysisRequest request) {
        return analyse.apply(request);
    }
}
