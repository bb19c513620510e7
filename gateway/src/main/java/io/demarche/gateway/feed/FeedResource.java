package io.demarche.gateway.feed;

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
import jakarta.ws.rs.PUT;
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

/** {@code /feeds}. */
@Path(FeedResource.PATH)
@Tag(name = "Feeds")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class FeedResource {

    static final String PATH = "/api/v1/feeds";

    private final FeedService feeds;

    FeedResource(FeedService feeds) {
        this.feeds = feeds;
    }

    /** Subscribes. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "subscribeFeed",
            summary = "Subscribe to a feed",
            description =
                    "RSS, Atom, JSON Feed or a news site map, or a page that names one of them: the address is asked at "
                            + "once, and the answer says which feed it is. Its articles are got, and analysed, as they come.")
    @APIResponse(
            responseCode = "201",
            description = "Subscribed",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "The subscription",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Feed.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was subscribed to already; nothing of it is changed",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "The first subscription",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Feed.class)))
    public Uni<RestResponse<Feed>> subscribe(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @NotNull @Valid FeedRequest request) {
        return feeds.subscribe(key, request).map(subscribed -> Replays.mark(
                        subscribed.replayed(),
                        RestResponse.ResponseBuilder.<Feed>create(subscribed.created() ? 201 : 200))
                .header(HttpHeaders.LOCATION, PATH + "/" + subscribed.feed().id())
                .entity(subscribed.feed())
                .build());
    }

    /** Lists subscriptions. */
    @GET
    @Operation(operationId = "listFeeds", summary = "List subscriptions", description = "Newest first.")
    @APIResponse(
            responseCode = "200",
            description = "One page of subscriptions",
            content = @Content(schema = @Schema(implementation = FeedPage.class)))
    public Uni<RestResponse<byte[]>> list(
            @Parameter(description = "Only feeds that stand so.") @QueryParam("state") @Nullable FeedState state,
            @Parameter(description = "How many on a page.") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500)
                    int limit,
            @Parameter(description = "`next` of the page before.") @QueryParam("cursor") @Nullable String cursor,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return feeds.list(state, limit, cursor).map(answer -> answer.respond(ifNoneMatch));
    }

    /** One subscription. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getFeed",
            summary = "One subscription",
            description = "With its last poll, its next, and what became of its items.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription",
            content = @Content(schema = @Schema(implementation = Feed.class)))
    public Uni<RestResponse<byte[]>> get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return feeds.find(id).map(answer -> answer.respond(ifNoneMatch));
    }

    /** Changes a subscription. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeFeed",
            summary = "Change a subscription",
            description = "Its name, its source, its bounds, or whether it is polled; all of them at once.")
    @APIResponse(responseCode = "200", description = "The subscription as it is now")
    public Uni<Feed> change(@PathParam("id") UUID id, @NotNull @Valid FeedChange change) {
        return feeds.change(id, change);
    }

    /** Ends a subscription. */
    @DELETE
    @Path("/{id}")
    // Nothing is answered but a problem: what the caller would rather have does not matter.
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "deleteFeed", summary = "End a subscription", description = "What it has brought stays.")
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Void> delete(@PathParam("id") UUID id) {
        return feeds.delete(id);
    }
}
