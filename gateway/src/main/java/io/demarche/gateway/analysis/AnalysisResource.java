package io.demarche.gateway.analysis;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /analyses}. */
@Path("/api/v1/analyses")
@Tag(name = "Analyses")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class AnalysisResource {

    private final AnalysisService analyses;

    AnalysisResource(AnalysisService analyses) {
        this.analyses = analyses;
    }

    /** Analyses a text now. */
    @POST
    @Operation(
            operationId = "analyse",
            summary = "Analyse a text now",
            description =
                    "Finds who stands where in a text or in the article of a page. Stores nothing. Equal requests to "
                            + "equal engines give equal answers.")
    @APIResponse(responseCode = "200", description = "The stances of the text")
    public Uni<Analysis> analyse(@NotNull @Valid AnalysisRequest request) {
        return analyses.analyse(request);
    }
}
