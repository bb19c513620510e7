package io.demarche.analysis.worker;

import io.demarche.analysis.analyse.AnalysisTask;
import io.demarche.engine.Analysis;
import io.demarche.platform.trace.Trace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article on its way through the worker. Touched by the worker's event loop alone. */
final class InHand {

    final Lease lease;
    final Pauses storePauses;

    /** Of everything that is done about it; that of the lease. */
    final Trace trace;

    /** When the lease runs out, by our own clock: counted from before it was asked for. */
    Instant until;

    @Nullable
    AnalysisTask<Analysis> task;

    /** Its end is decided and ingest is being told. */
    boolean settling;

    InHand(Lease lease, Instant until, Pauses storePauses, Trace trace) {
        this.lease = lease;
        this.until = until;
        this.storePauses = storePauses;
        this.trace = trace;
    }
}
