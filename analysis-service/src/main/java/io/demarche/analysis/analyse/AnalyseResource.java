package io.demarche.analysis.analyse;

import io.demarche.platform.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Analyses on the spot over HTTP. */
@Path("/")
@Tag(name = "Analyses", description = "Analyse a text now, store nothing.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class AnalyseResource {

    private final AnalyseService service;

    AnalyseResource(AnalyseService service) {
        this.service = service;
    }

    /** Analyses a text. */
    @POST
    @Path("analyses")
    @Operation(
            operationId = "analyse",
            summary = "Analyse a text now, store nothing",
            description = "At most 200,000 characters, 200 mentions and 5,000 catalog names.")
    @APIResponse(responseCode = "200", description = "The stances, in the order of the text.")
    @APIResponse(
            responseCode = "400",
            description = "Some part of the request is wrong; `errors` says which.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "The text is over its limit.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "Too many wait already; `Retry-After` says when to come back.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<AnalyseResponse> analyse(@NotNull AnalyseRequest request) {
        return service.analyseNow(request);
    }

    /** Which engine answers. */
    @GET
    @Path("engine")
    @Operation(
            operationId = "getEngine",
            summary = "Which engine answers",
            description = "Equal names mean equal answers.")
    @APIResponse(responseCode = "200", description = "Its version and model.")
    @APIResponse(
            responseCode = "503",
            description = "It is still being loaded.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public EngineResponse engine() {
        return EngineResponse.of(service.engine());
    }
}
