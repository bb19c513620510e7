package io.demarche.ingest.work;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What workers are told. */
final class WorkResponses {

    private WorkResponses() {}

    /**
     * Leases, oldest article first.
     *
     * @param leases empty when there is nothing to do
     */
    @Schema(name = "LeaseResponse", requiredProperties = "leases")
    record Taken(List<Lease> leases) {}

    /** What became of a report. */
    @Schema(name = "LeaseOutcome", description = "LOST: the lease is not held any more with this token")
    enum Outcome {
        OK,
        LOST
    }

    /**
     * What became of a report on one lease.
     *
     * @param articleId its article
     * @param outcome whether the lease was still held
     */
    @Schema(
            name = "LeaseResult",
            requiredProperties = {"articleId", "outcome"})
    record Result(UUID articleId, Outcome outcome) {}

    /**
     * What became of each report, in the order of the request.
     *
     * @param results one for each lease
     */
    @Schema(name = "LeaseResults", requiredProperties = "results")
    record Results(List<Result> results) {}
}
