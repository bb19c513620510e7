package io.demarche.analysis.worker;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the worker of this replica is doing.
 *
 * @param running whether it leases articles
 * @param inFlight articles in hand
 * @param analysed articles analysed and stored since it started
 * @param failed articles given up since it started
 */
@Schema(name = "WorkerStatus", description = "What the worker of this replica is doing; counted since it started.")
public record WorkerStatus(
        @Schema(required = true, description = "Whether it leases articles.") boolean running,
        @Schema(required = true, description = "Articles in hand.") int inFlight,
        @Schema(required = true, description = "Articles analysed and stored.") long analysed,
        @Schema(required = true, description = "Articles given up.") long failed) {}
