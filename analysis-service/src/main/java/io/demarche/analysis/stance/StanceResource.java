package io.demarche.analysis.stance;

import io.demarche.analysis.Moments;
import io.demarche.engine.Act;
import io.demarche.engine.AttributionKind;
import io.demarche.engine.Manner;
import io.demarche.engine.Polarity;
import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    private static final int VALUES = 100;
    private static final int LENGTH = 200;

    private final StanceService service;

    StanceResource(StanceService service) {
        this.service = service;
    }

    /** A page of stances by filter. */
    @GET
    @Path("stances")
    @Operation(
            operationId = "listStances",
            summary = "Stances by filter, newest first",
            description =
                    "A parameter that takes a list may be repeated: any of its values will do. Different parameters"
                            + " must hold together. Ordered by the time at which the article was published (or else analysed),"
                            + " newest first.")
    @APIResponse(responseCode = "200", description = "A page; `next` is null on the last one.")
    @APIResponse(
            responseCode = "400",
            description = "Some parameter is wrong; `errors` says which.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<StancePage> list(
            @QueryParam("holder")
                    @Parameter(description = "Id of the holder, or of anything that it is a member of.")
                    @Size(max = VALUES)
                    List<String> holder,
            @QueryParam("target")
                    @Parameter(description = "Id of the target, or of anything that it is a member or part of.")
                    @Size(max = VALUES)
                    List<String> target,
            @QueryParam("polarity") @Parameter(description = "Which way the holder leans.") List<Polarity> polarity,
            @QueryParam("manner") @Parameter(description = "How the stance is held.") List<Manner> manner,
            @QueryParam("act") @Parameter(description = "PLOVER root event of the statement.") List<Act> act,
            @QueryParam("attribution") @Parameter(description = "Who says so.") List<AttributionKind> attribution,
            @QueryParam("source") @Parameter(description = "Registrable domain of the outlet.") @Size(max = VALUES)
                    List<String> source,
            @QueryParam("articleId") @Parameter(description = "The article.") @Size(max = VALUES) List<UUID> articleId,
            @QueryParam("from")
                    @Parameter(
                            description = "Not before this time, or the midnight (UTC) of this date.",
                            example = "2024-05-01T00:00:00Z")
                    @Nullable
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "Before this time, or the midnight (UTC) of this date.",
                            example = "2024-06-01")
                    @Nullable
                    String to,
            @QueryParam("minConfidence")
                    @Parameter(description = "At least this sure.")
                    @DecimalMin("0")
                    @DecimalMax("1")
                    @Nullable
                    Double minConfidence,
            @QueryParam("limit")
                    @Parameter(description = "Most stances on the page.")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(500)
                    int limit,
            @QueryParam("cursor") @Parameter(description = "The `next` of the page before.") @Nullable String cursor,
            @Context UriInfo uri) {
        requireValues(uri);
        StanceFilter filter = new StanceFilter(
                Set.copyOf(holder),
                Set.copyOf(target),
                Set.copyOf(polarity),
                Set.copyOf(manner),
                Set.copyOf(act),
                Set.copyOf(attribution),
                Set.copyOf(source),
                Set.copyOf(articleId),
                Moments.read("from", from),
                Moments.read("to", to),
                minConfidence);
        return service.page(filter, cursor, limit);
    }

    /** JAX-RS reads {@code ?holder=} as no holder at all, and would answer with everybody's stances. */
    private static void requireValues(UriInfo uri) {
        List<FieldError> errors = new ArrayList<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(String::isBlank)) {
                errors.add(new FieldError(name, "must not be empty"));
            } else if (!name.equals("cursor") && values.stream().anyMatch(value -> value.length() > LENGTH)) {
                errors.add(new FieldError(name, "must not be longer than " + LENGTH + " characters"));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.badRequest(errors);
        }
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
