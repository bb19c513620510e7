package io.demarche.analysis.worker;

import io.demarche.analysis.analyse.AnalysisTask;
import io.demarche.engine.Analysis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article on its way through the worker. Touched by the worker's event loop alone. */
final class InHand {

    final Lease lease;
    final Pauses storePauses;

    /** When the lease runs out, by our own clock: counted from before it was asked for. */
    Instant until;

    @Nullable
    AnalysisTask<Analysis> task;

    /** Its end is decided and ingest is being told. */
    boolean settling;

    InHand(Lease lease, Instant until, Pauses storePauses) {
        this.lease = lease;
        this.until = until;
        this.storePauses = storePauses;
    }
}
