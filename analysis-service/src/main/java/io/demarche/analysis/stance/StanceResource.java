package io.demarche.analysis.stance;

import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.demarche.platform.strict.Streams;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Stored stances over HTTP. */
@Path("/")
@Tag(name = "Stances", description = "What is stored.")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class StanceResource {

    private static final int ON_A_PAGE = 50;
    private static final int MOST_ON_A_PAGE = 500;

    private final StanceService service;
    private final StanceExportService exports;

    StanceResource(StanceService service, StanceExportService exports) {
        this.service = service;
        this.exports = exports;
    }

    /** Stances by filter: a page, or all of them as a stream. */
    @GET
    @Path("stances")
    @Produces({MediaType.APPLICATION_JSON, Streams.NDJSON, StanceExportService.CSV})
    @Operation(
            operationId = "listStances",
            summary = "Stances by filter, newest first",
            description =
                    "A parameter that takes a list may be repeated: any of its values will do. Different parameters"
                            + " must hold together. Ordered by the time at which the article was published (or else analysed),"
                            + " newest first. As JSON, a page; as NDJSON or CSV, all that fit, streamed: one that breaks in the"
                            + " middle ends with a broken connection. What is stored or removed while a stream runs may be in"
                            + " it or not; nothing is in it twice.")
    @APIResponse(
            responseCode = "200",
            description = "A page, whose `next` is null on the last one; or a stream.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StancePage.class)),
                @Content(mediaType = Streams.NDJSON, schema = @Schema(implementation = StoredStance.class)),
                @Content(mediaType = StanceExportService.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "400",
            description = "Some parameter is wrong; `errors` says which.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "406",
            description = "None of the accepted media types is offered.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<@Nullable StancePage> list(
            @Valid @BeanParam StanceParameters parameters,
            @QueryParam("limit")
                    @Parameter(
                            description = "Most stances on the page, 50 unless given and 500 at most; of a stream, most"
                                    + " stances in all, any number unless given.")
                    @Min(1)
                    @Nullable
                    Integer limit,
            @QueryParam("cursor")
                    @Parameter(description = "The `next` of the page before. A stream begins behind it too.")
                    @Nullable
                    String cursor,
            @Context UriInfo uri,
            @Context Request negotiation,
            @Context HttpServerRequest request) {
        StanceFilter filter = parameters.toFilter(uri);
        MediaType type = negotiated(negotiation);
        if (!type.equals(MediaType.APPLICATION_JSON_TYPE)) {
            return exports.write(filter, cursor, limit, type, request).replaceWith((StancePage) null);
        }
        if (limit != null && limit > MOST_ON_A_PAGE) {
            throw ProblemException.badRequest("limit", "must be less than or equal to " + MOST_ON_A_PAGE);
        }
        return service.page(filter, cursor, limit == null ? ON_A_PAGE : limit);
    }

    private static MediaType negotiated(Request request) {
        Variant chosen = request.selectVariant(Variant.mediaTypes(
                        MediaType.APPLICATION_JSON_TYPE,
                        MediaType.valueOf(Streams.NDJSON),
                        MediaType.valueOf(StanceExportService.CSV))
                .build());
        return chosen == null ? MediaType.APPLICATION_JSON_TYPE : chosen.getMediaType();
    }

    /** The stances of one article. */
    @GET
    @Path("articles/{id}/stances")
    @Operation(
            operationId = "getArticleStances",
            summary = "All stances of one article, in the order of its text",
            description = "With the engine that found them and the hash of the text that their offsets belong to.")
    @APIResponse(responseCode = "200", description = "Its stances; none when it takes no position.")
    @APIResponse(
            responseCode = "404",
            description = "It was never analysed.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<ArticleStancesResponse> ofArticle(@PathParam("id") @Parameter(description = "The article.") UUID id) {
        return service.ofArticle(id);
    }
}
