package io.demarche.gateway.article;

import io.demarche.gateway.upstream.Replays;
import io.demarche.platform.strict.IdempotencyKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /articles}. */
@Path(ArticleResource.PATH)
@Tag(name = "Articles")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class ArticleResource {

    static final String PATH = "/api/v1/articles";

    private final ArticleService articles;

    ArticleResource(ArticleService articles) {
        this.articles = articles;
    }

    /** Hands an article in. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitArticle",
            summary = "Hand in an article",
            description =
                    "Stores it and has it analysed soon after. The same text is stored once: a duplicate is answered "
                            + "with the first one's id.")
    @APIResponse(
            responseCode = "202",
            description = "Stored; it will be analysed",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "The article",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ArticleAccepted.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same text is there already",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "The first one",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ArticleAccepted.class)))
    public Uni<RestResponse<ArticleAccepted>> submit(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @NotNull @Valid ArticleRequest request) {
        // The path alone, not an absolute address: the gateway may stand behind a proxy that it knows nothing of.
        return articles.submit(key, request).map(submitted -> Replays.mark(
                        submitted.replayed(),
                        RestResponse.ResponseBuilder.<ArticleAccepted>create(
                                submitted.article().duplicate() ? 200 : 202))
                .header(HttpHeaders.LOCATION, PATH + "/" + submitted.article().id())
                .entity(submitted.article())
                .build());
    }

    /** Lists articles. */
    @GET
    @Operation(
            operationId = "listArticles",
            summary = "List articles",
            description = "Newest first, without their texts.")
    @APIResponse(
            responseCode = "200",
            description = "One page of articles",
            content = @Content(schema = @Schema(implementation = ArticlePage.class)))
    public Uni<RestResponse<byte[]>> list(
            @Parameter(description = "Only articles that have come this far.") @QueryParam("state") @Nullable
                    ArticleState state,
            @Parameter(description = "Only articles of this registrable domain.", example = "example.org")
                    @QueryParam("source")
                    @Nullable
                    String source,
            @Parameter(description = "How many on a page.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Parameter(description = "`next` of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return articles.list(state, source, limit, cursor).map(answer -> answer.respond(ifNoneMatch));
    }

    /** Takes an article away. */
    @DELETE
    @Path("/{id}")
    // Nothing is answered but a problem: what the caller would rather have does not matter.
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "removeArticle",
            summary = "Take an article away",
            description = "Gone at once; its stances follow within seconds.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return articles.remove(id);
    }

    /** One article. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getArticle",
            summary = "One article",
            description = "With its state, its clean text and what was dropped.")
    @APIResponse(
            responseCode = "200",
            description = "The article",
            content = @Content(schema = @Schema(implementation = ArticleDetails.class)))
    public Uni<RestResponse<byte[]>> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return articles.show(id).map(answer -> answer.respond(ifNoneMatch));
    }
}
