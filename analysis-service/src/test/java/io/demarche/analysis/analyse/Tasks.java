package io.demarche.analysis.analyse;

import java.util.concurrent.Callable;

/** Tasks for tests, run by hand. */
public final class Tasks {

    private Tasks() {}

    public static <T> AnalysisTask<T> waiting(Callable<T> work) {
        return new AnalysisTask<>(work, () -> {}, false, 0);
    }
}
