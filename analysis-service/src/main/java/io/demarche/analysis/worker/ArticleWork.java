package io.demarche.analysis.worker;

import io.demarche.analysis.analyse.AnalysisTask;
import io.demarche.engine.Analysis;
import java.util.concurrent.CompletionStage;

/** What is done with an article. */
interface ArticleWork {

    /** Has it analysed. */
    AnalysisTask<Analysis> analyse(Lease lease);

    /** Stores what was found. Fails with {@link UnstorableException} when trying again would not help. */
    CompletionStage<Void> store(Lease lease, Analysis analysis);

    /** The database refuses what was found, whenever it is tried. */
    final class UnstorableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnstorableException(Throwable cause) {
            super(cause);
        }
    }
}
