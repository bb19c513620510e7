package io.demarche.analysis.stance;

import io.quarkus.vertx.VertxContextSupport;
import java.util.List;

/** Stores from a test's thread. */
final class Store {

    private Store() {}

    static boolean store(StanceService service, AnalysedArticle article) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> service.store(article));
        } catch (Throwable failure) {
            throw new AssertionError("not stored", failure);
        }
    }

    static void remove(StanceService service, AnalysedArticle article) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> service.remove(List.of(article.articleId())));
        } catch (Throwable failure) {
            throw new AssertionError("not removed", failure);
        }
    }

    static ArticleStancesResponse read(StanceService service, AnalysedArticle article) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> service.ofArticle(article.articleId()));
        } catch (Throwable failure) {
            throw new AssertionError("not read", failure);
        }
    }

    static StancePage page(StanceService service, StanceFilter filter) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> service.page(filter, null, 500));
        } catch (Throwable failure) {
            throw new AssertionError("not read", failure);
        }
    }
}
