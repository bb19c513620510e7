package io.demarche.gateway.status;

import io.demarche.gateway.analysis.EngineInfo;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the analysis service is doing.
 *
 * @param engine its engine
 * @param worker its worker
 * @param stances how many stances it keeps
 * @param articles of how many articles
 */
@Schema(description = "How analysis is doing.")
public record AnalysisStatus(
        @Schema(required = true, description = "The engine of the replica that answered.") EngineInfo engine,
        @Schema(nullable = true, description = "The worker of the replica that answered.") @Nullable Worker worker,
        @Schema(required = true, description = "Stances kept; an estimate when there are many.") long stances,
        @Schema(required = true, description = "Articles that they stand in; an estimate beyond a million.")
                long articles) {

    /**
     * The worker of one replica.
     *
     * @param running whether it takes work
     * @param inFlight articles in its hands
     * @param analysed articles done since it started
     * @param failed articles failed since it started
     */
    @Schema(description = "The worker of one replica.")
    public record Worker(
            @Schema(required = true, description = "Whether it takes work.") boolean running,
            @Schema(required = true, description = "Articles in its hands.") long inFlight,
            @Schema(required = true, description = "Articles done since it started.") long analysed,
            @Schema(required = true, description = "Articles failed since it started.") long failed) {}
}
