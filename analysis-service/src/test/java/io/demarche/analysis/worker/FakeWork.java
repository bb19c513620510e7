package io.demarche.analysis.worker;

import io.demarche.analysis.analyse.AnalysisTask;
import io.demarche.analysis.analyse.Tasks;
import io.demarche.analysis.stance.Made;
import io.demarche.engine.Analysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Articles that are analysed when the test runs their task, and stored unless it says otherwise. */
final class FakeWork implements ArticleWork {

    final Map<UUID, AnalysisTask<Analysis>> tasks = new LinkedHashMap<>();
    final List<UUID> stored = new ArrayList<>();

    @Nullable
    RuntimeException analyseFailure;

    @Nullable
    RuntimeException storeFailure;

    int storeCalls;

    @Override
    public AnalysisTask<Analysis> analyse(Lease lease) {
        AnalysisTask<Analysis> task = Tasks.waiting(() -> {
            if (analyseFailure != null) {
                throw analyseFailure;
            }
            return new Analysis(Made.ENGINE, lease.text(), List.of(), List.of());
        });
        tasks.put(lease.token(), task);
        return task;
    }

    @Override
    public CompletionStage<Void> store(Lease lease, Analysis analysis) {
        storeCalls++;
        if (storeFailure != null) {
            return CompletableFuture.failedStage(storeFailure);
        }
        stored.add(lease.articleId());
        return CompletableFuture.completedStage(null);
    }

    void finish(Lease lease) {
        tasks.get(lease.token()).run();
    }
}
