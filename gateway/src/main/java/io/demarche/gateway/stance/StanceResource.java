package io.demarche.gateway.stance;

import io.demarche.platform.problem.ProblemException;
import io.demarche.platform.strict.Streams;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /stances}. */
@Path("/api/v1/stances")
@Tag(name = "Stances")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class StanceResource {

    private static final String CSV = "text/csv";
    private static final String CSV_LINES = "RFC 4180, with a line of names; docs/api.md describes the columns.";
    private static final int TEXT_LENGTH = 200;
    private static final int ON_A_PAGE = 50;
    private static final int MOST_ON_A_PAGE = 500;

    private final StanceService stances;

    StanceResource(StanceService stances) {
        this.stances = stances;
    }

    /** Lists stances, a page of them or all that fit. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Streams.NDJSON, CSV})
    @Operation(
            operationId = "listStances",
            summary = "List stances",
            description =
                    "Newest first. Different filters must all fit; several values of one filter are alternatives. A holder or "
                            + "target also fits when it belongs to what is asked for: `holder=russia` finds the Kremlin's stances too. As JSON, a page; as "
                            + "NDJSON or CSV, all that fit, streamed. A stream that breaks in the middle ends with a broken connection.")
    @APIResponse(
            responseCode = "200",
            description = "One page of stances, or a stream of all that fit",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StancePage.class)),
                @Content(mediaType = Streams.NDJSON, schema = @Schema(implementation = StoredStance.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, description = CSV_LINES))
            })
    public Uni<@Nullable RestResponse<String>> list(
            @Parameter(description = "Id of who holds it, or of what the holder belongs to.", example = "russia")
                    @QueryParam("holder")
                    List<@NotBlank String> holder,
            @Parameter(
                            description = "Id of what it is about, or of what that belongs to.",
                            example = "peace-negotiations")
                    @QueryParam("target")
                    List<@NotBlank String> target,
            @QueryParam("polarity") List<Polarity> polarity,
            @QueryParam("manner") List<Manner> manner,
            @QueryParam("act") List<Act> act,
            @QueryParam("attribution") List<AttributionKind> attribution,
            @Parameter(description = "Registrable domain of the article.", example = "example.org")
                    @QueryParam("source")
                    List<@NotBlank String> source,
            @Parameter(description = "Only stances of this article.") @QueryParam("articleId") List<UUID> articleId,
            @Parameter(
                            description =
                                    "Published (or analysed, when it is not known when it was published) at this time or later.",
                            example = "2026-01-01T00:00:00Z")
                    @QueryParam("from")
                    @Nullable
                    Instant from,
            @Parameter(description = "Published (or analysed) before this time.") @QueryParam("to") @Nullable
                    Instant to,
            @Parameter(description = "Only stances that are at least this sure.")
                    @QueryParam("minConfidence")
                    @DecimalMin("0")
                    @DecimalMax("1")
                    @Nullable
                    Double minConfidence,
            @Parameter(
                            description =
                                    "Words of the sentence, stemmed as English ones, in any order; `\"…\"` for words in a row, `or`, and "
                                            + "`-` for words that must not be there. Words as common as \"the\" alone find nothing.",
                            example = "\"peace plan\" or ceasefire")
                    @QueryParam("text")
                    @Pattern(regexp = ".*\\S.*", flags = Pattern.Flag.DOTALL, message = "must not be blank")
                    @Size(max = TEXT_LENGTH)
                    @Nullable
                    String text,
            @Parameter(
                            description =
                                    "How many on a page: 50 unless given, 500 at most. Of a stream, how many in all: any "
                                            + "number unless given.")
                    @QueryParam("limit")
                    @Min(1)
                    @Nullable
                    Integer limit,
            @Parameter(description = "`next` of the page before. A stream begins behind it too.")
                    @QueryParam("cursor")
                    @Nullable
                    String cursor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @Context Request negotiation,
            @Context HttpServerRequest request) {
        StanceFilter filter = new StanceFilter()
                .with("holder", holder)
                .with("target", target)
                .with("polarity", polarity)
                .with("manner", manner)
                .with("act", act)
                .with("attribution", attribution)
                .with("source", source)
                .with("articleId", articleId)
                .with("from", from)
                .with("to", to)
                .with("minConfidence", minConfidence)
                .with("text", text)
                .with("cursor", cursor);
        MediaType type = negotiated(negotiation);
        if (!type.equals(MediaType.APPLICATION_JSON_TYPE)) {
            return stances.export(filter.with("limit", limit), type, request).replaceWith((RestResponse<String>) null);
        }
        if (limit != null && limit > MOST_ON_A_PAGE) {
            throw ProblemException.badRequest("limit", "must be less than or equal to " + MOST_ON_A_PAGE);
        }
        return stances.find(filter.with("limit", limit == null ? ON_A_PAGE : limit))
                .map(answer -> answer.respondText(ifNoneMatch));
    }

    private static MediaType negotiated(Request negotiation) {
        Variant chosen = negotiation.selectVariant(Variant.mediaTypes(
                        MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(Streams.NDJSON), MediaType.valueOf(CSV))
                .build());
        return chosen == null ? MediaType.APPLICATION_JSON_TYPE : chosen.getMediaType();
    }
}
