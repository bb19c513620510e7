package io.demarche.analysis.status;

import io.demarche.analysis.analyse.AnalyseService;
import io.demarche.analysis.analyse.EngineResponse;
import io.demarche.analysis.stance.StanceService;
import io.demarche.analysis.worker.WorkerService;
import io.demarche.platform.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state of this replica over HTTP. */
@Path("/status")
@Tag(name = "Status")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class StatusResource {

    private final AnalyseService analyses;
    private final StanceService stances;
    private final WorkerService worker;

    StatusResource(AnalyseService analyses, StanceService stances, WorkerService worker) {
        this.analyses = analyses;
        this.stances = stances;
        this.worker = worker;
    }

    /** What it is doing. */
    @GET
    @Operation(
            operationId = "getStatus",
            summary = "What this replica is doing",
            description = "Counts are of the database, the worker is this replica's.")
    @APIResponse(responseCode = "200", description = "Engine, worker and what is stored.")
    @APIResponse(
            responseCode = "503",
            description = "The engine is still being loaded.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<StatusResponse> status() {
        EngineResponse engine = EngineResponse.of(analyses.engine());
        return stances.counts()
                .map(counts -> new StatusResponse(engine, worker.status(), counts.stances(), counts.articles()));
    }
}
