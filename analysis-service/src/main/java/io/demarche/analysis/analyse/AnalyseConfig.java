package io.demarche.analysis.analyse;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;

/** How texts are analysed. */
@ConfigMapping(prefix = "demarche.analysis")
public interface AnalyseConfig {

    /** Threads that analyse, for the worker and for callers together. As many as there are cores unless set. */
    OptionalInt threads();

    /**
     * How many of {@code POST /analyses} may wait for a thread; one more is answered with 503. Four a thread unless set: a
     * longer line makes everybody wait and nobody faster.
     */
    OptionalInt queue();
}
