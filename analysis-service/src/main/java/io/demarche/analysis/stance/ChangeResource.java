package io.demarche.analysis.stance;

import io.demarche.platform.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes of stances over HTTP. */
@Path("/stances/changes")
@Tag(name = "Stances")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class ChangeResource {

    private final ChangeService service;

    ChangeResource(ChangeService service) {
        this.service = service;
    }

    /** What has changed since a position. */
    @GET
    @Operation(
            operationId = "listChanges",
            summary = "What has changed since a position, oldest first",
            description =
                    "For whoever follows the stances as they come: asked again and again with the `next` of the answer"
                            + " before, it tells every change once, from whichever replica. Without `after` it tells nothing but"
                            + " the position of now. Of an article that changed more than once only the last change is told."
                            + " The end of stances is told whatever the filter, except for other articles than those it names.")
    @APIResponse(responseCode = "200", description = "Changes; none when there is nothing new.")
    @APIResponse(
            responseCode = "400",
            description = "Some parameter is wrong, or `after` is too old or of another database.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<ChangePage> list(
            @Valid @BeanParam StanceParameters parameters,
            @QueryParam("after")
                    @Parameter(description = "The `next` of the page before, or the position of an item.")
                    @Nullable
                    String after,
            @Context UriInfo uri) {
        return service.read(after, parameters.toFilter(uri));
    }
}
