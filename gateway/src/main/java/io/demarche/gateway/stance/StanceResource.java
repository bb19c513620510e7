package io.demarche.gateway.stance;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    private final StanceService stances;

    StanceResource(StanceService stances) {
        this.stances = stances;
    }

    /** Lists stances. */
    @GET
    @Operation(
            operationId = "listStances",
            summary = "List stances",
            description =
                    "Newest first. Different filters must all fit; several values of one filter are alternatives. A holder or "
                            + "target also fits when it belongs to what is asked for: `holder=russia` finds the Kremlin's stances too.")
    @APIResponse(
            responseCode = "200",
            description = "One page of stances",
            content = @Content(schema = @Schema(implementation = StancePage.class)))
    public Uni<RestResponse<byte[]>> list(
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
            @Parameter(description = "How many on a page.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Parameter(description = "`next` of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return stances.find(new StanceFilter()
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
                        .with("limit", limit)
                        .with("cursor", cursor))
                .map(answer -> answer.respond(ifNoneMatch));
    }
}
