package io.demarche.ingest.article;

import io.demarche.ingest.idempotency.IdempotencyService;
import io.demarche.ingest.idempotency.Outcome;
import io.demarche.ingest.idempotency.Write;
import io.demarche.ingest.work.WorkState;
import io.demarche.platform.strict.IdempotencyKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Articles over HTTP. */
@Path("/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "articles", description = "Articles: accept, list, read")
@RegisterForReflection
public class ArticleResource {

    private final ArticleService service;
    private final IdempotencyService idempotency;

    ArticleResource(ArticleService service, IdempotencyService idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    /** Accepts an article. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptArticle",
            summary = "Accept an article; it is analysed later",
            description = "The same text is stored once: a duplicate is answered with the first one's id.")
    @APIResponse(
            responseCode = "202",
            description = "Stored",
            headers =
                    @Header(
                            name = "Location",
                            description = "The article",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ArticleReceipt.class)))
    @APIResponse(
            responseCode = "200",
            description = "Its text was there already; this is the first one's id",
            headers =
                    @Header(
                            name = "Location",
                            description = "The article",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ArticleReceipt.class)))
    public Uni<RestResponse<ArticleReceipt>> accept(
            @HeaderParam(IdempotencyKey.HEADER)
                    @Parameter(description = "Does it once, however often it is sent with this key in 24 hours")
                    @Nullable
                    String key,
            @HeaderParam(IdempotencyKey.CALLER)
                    @Parameter(description = "Whose key that is; only the gateway says")
                    @Nullable
                    String caller,
            @Valid ArticleRequest request) {
        Write write = Write.of(caller, IdempotencyKey.check(key), "POST", "/articles", request);
        return idempotency
                .once(write, ArticleReceipt.class, () -> service.accept(request).map(ArticleResource::accepted))
                .map(Outcome::respond);
    }

    private static Outcome<ArticleReceipt> accepted(ArticleReceipt receipt) {
        return Outcome.of(receipt.duplicate() ? 200 : 202, "/articles/" + receipt.id(), receipt);
    }

    /** Lists articles. */
    @GET
    @Operation(operationId = "listArticles", summary = "Articles, newest first", description = "Without their texts.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = ArticlePage.class)))
    public Uni<ArticlePage> list(
            @QueryParam("state") @Parameter(description = "Only articles in this state") @Nullable WorkState state,
            @QueryParam("source")
                    @Size(min = 1, max = ArticleRequest.MAX_SOURCE)
                    @Parameter(description = "Only articles of this registrable domain")
                    @Nullable
                    String source,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(500)
                    @Parameter(description = "The most articles on a page")
                    int limit,
            @QueryParam("cursor") @Parameter(description = "What next said on the page before") @Nullable
                    String cursor) {
        return service.list(state, source, limit, cursor);
    }

    /** Takes an article away. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "removeArticle",
            summary = "Take an article away; its stances follow within seconds",
            description = "Gone at once; who keeps stances of it learns of it by /removals.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return service.remove(id);
    }

    /** Shows an article. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getArticle",
            summary = "An article with its text and what was dropped",
            description = "With its state and why its analysis failed last.")
    @APIResponse(
            responseCode = "200",
            description = "The article",
            content = @Content(schema = @Schema(implementation = ArticleResponse.class)))
    public Uni<ArticleResponse> get(@PathParam("id") UUID id) {
        return service.get(id);
    }
}
