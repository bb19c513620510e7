package io.demarche.gateway.stance;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /articles/{id}/stances}. */
@Path("/api/v1/articles/{id}/stances")
@Tag(name = "Stances")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class ArticleStancesResource {

    private final StanceService stances;

    ArticleStancesResource(StanceService stances) {
        this.stances = stances;
    }

    /** All stances of one article. */
    @GET
    @Operation(
            operationId = "getArticleStances",
            summary = "The stances of one article",
            description = "In the order of its text; 404 as long as it has not been analysed.")
    @APIResponse(
            responseCode = "200",
            description = "Its stances",
            content = @Content(schema = @Schema(implementation = ArticleStances.class)))
    public Uni<RestResponse<byte[]>> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return stances.ofArticle(id).map(answer -> answer.respond(ifNoneMatch));
    }
}
