package io.demarche.analysis.worker;

import io.demarche.analysis.analyse.AnalyseService;
import io.demarche.analysis.analyse.AnalysisTask;
import io.demarche.analysis.stance.AnalysedArticle;
import io.demarche.analysis.stance.StanceService;
import io.demarche.engine.Analysis;
import io.demarche.engine.AnalysisRequest;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Analyses with this replica's engine, stores in its database. */
@ApplicationScoped
class StoringArticleWork implements ArticleWork {

    /** A connection that hangs is given up; storing again does no harm. */
    private static final Duration STORE_TIMEOUT = Duration.ofSeconds(30);

    /** SQLSTATE classes of what is wrong with the data: data exception, integrity constraint violation. */
    private static final List<String> DATA_ERRORS = List.of("22", "23");

    private final AnalyseService analyses;
    private final StanceService stances;
    private final Vertx vertx;

    StoringArticleWork(AnalyseService analyses, StanceService stances, Vertx vertx) {
        this.analyses = analyses;
        this.stances = stances;
        this.vertx = vertx;
    }

    @Override
    public AnalysisTask<Analysis> analyse(Lease lease) {
        return analyses.analyseLater(new AnalysisRequest(
                lease.text(), lease.title(), lease.publishedAt(), null, List.of(), null, lease.language()));
    }

    @Override
    public CompletionStage<Void> store(Lease lease, Analysis analysis) {
        AnalysedArticle article = new AnalysedArticle(
                lease.articleId(),
                lease.contentHash(),
                lease.grantedAt(),
                lease.url(),
                lease.source(),
                lease.title(),
                lease.publishedAt(),
                analysis.engine(),
                analysis.stances());
        return StoreContext.run(vertx, () -> stances.store(article)
                .ifNoItem()
                .after(STORE_TIMEOUT)
                .fail()
                .onFailure(StoringArticleWork::isDataError)
                .transform(UnstorableException::new)
                .replaceWithVoid());
    }

    private static boolean isDataError(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && refused.getSqlState() != null) {
                return DATA_ERRORS.contains(refused.getSqlState().substring(0, 2));
            }
        }
        return false;
    }
}
