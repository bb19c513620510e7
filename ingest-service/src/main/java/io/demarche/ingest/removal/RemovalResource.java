package io.demarche.ingest.removal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Removals over HTTP. */
@Path("/removals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "removals", description = "Articles that are taken away, and who has to hear of it")
@RegisterForReflection
public class RemovalResource {

    private final RemovalService service;

    RemovalResource(RemovalService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listRemovals",
            summary = "Articles that are gone and whose stances have to go",
            description = "The oldest first, until they are confirmed.")
    @APIResponseSchema(
            value = RemovalMessages.Removals.class,
            responseCode = "200",
            responseDescription = "Some of them; none when all were told")
    public Uni<RemovalMessages.Removals> due(
            @QueryParam("limit")
                    @DefaultValue("100")
                    @Min(1)
                    @Max(RemovalMessages.MOST)
                    @Parameter(description = "The most articles to name")
                    int limit) {
        return service.due(limit).map(RemovalMessages.Removals::new);
    }

    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "confirmRemovals",
            summary = "Say that the stances of these articles are gone",
            description = "They are listed no more.")
    @APIResponse(responseCode = "204", description = "Taken down; saying it twice does no harm")
    public Uni<Void> confirm(@Valid RemovalMessages.Removals request) {
        return service.confirm(request.articleIds());
    }
}
