package io.demarche.ingest.feed;

import io.demarche.ingest.idempotency.IdempotencyService;
import io.demarche.ingest.idempotency.Outcome;
import io.demarche.ingest.idempotency.Write;
import io.demarche.platform.strict.IdempotencyKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** Subscriptions to feeds over HTTP. */
@Path("/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds", description = "Feeds whose articles are got as they come")
@RegisterForReflection
public class FeedResource {

    private final FeedService service;
    private final IdempotencyService idempotency;

    FeedResource(FeedService service, IdempotencyService idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    /** Subscribes. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "subscribeFeed",
            summary = "Subscribe to a feed, or to the one that a page names",
            description = "The address is asked at once; what is answered says which feed it is.")
    @APIResponse(
            responseCode = "201",
            description = "Subscribed",
            headers =
                    @Header(
                            name = "Location",
                            description = "The subscription",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = FeedResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was subscribed to already; nothing of it is changed",
            headers =
                    @Header(
                            name = "Location",
                            description = "The subscription",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = FeedResponse.class)))
    public Uni<RestResponse<FeedResponse>> subscribe(
            @HeaderParam(IdempotencyKey.HEADER)
                    @Parameter(description = "Does it once, however often it is sent with this key in 24 hours")
                    @Nullable
                    String key,
            @HeaderParam(IdempotencyKey.CALLER)
                    @Parameter(description = "Whose key that is; only the gateway says")
                    @Nullable
                    String caller,
            @Valid FeedRequest request) {
        Write write = Write.of(caller, IdempotencyKey.check(key), "POST", "/feeds", request);
        return idempotency
                .once(write, FeedResponse.class, () -> service.subscribe(request)
                        .map(FeedResource::subscribed))
                .map(Outcome::respond);
    }

    private static Outcome<FeedResponse> subscribed(FeedService.Subscribed subscribed) {
        FeedResponse feed = subscribed.feed();
        return Outcome.of(subscribed.created() ? 201 : 200, "/feeds/" + feed.id(), feed);
    }

    /** Lists subscriptions. */
    @GET
    @Operation(
            operationId = "listFeeds",
            summary = "Subscriptions, newest first",
            description = "With what their polls brought.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = FeedPage.class)))
    public Uni<FeedPage> list(
            @QueryParam("state") @Parameter(description = "Only feeds in this state") @Nullable FeedState state,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(1)
                    @Max(500)
                    @Parameter(description = "The most subscriptions on a page")
                    int limit,
            @QueryParam("cursor") @Parameter(description = "What next said on the page before") @Nullable
                    String cursor) {
        return service.list(state, limit, cursor);
    }

    /** Shows a subscription. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getFeed",
            summary = "A subscription with its last poll and its next",
            description = "With what became of its items.")
    @APIResponse(
            responseCode = "200",
            description = "The subscription",
            content = @Content(schema = @Schema(implementation = FeedResponse.class)))
    public Uni<FeedResponse> get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    /** Changes a subscription. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeFeed",
            summary = "Change, pause or resume a subscription",
            description = "What is left out is as if it had never been said.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = FeedResponse.class)))
    public Uni<FeedResponse> change(@PathParam("id") UUID id, @Valid FeedChange change) {
        return service.change(id, change);
    }

    /** Ends a subscription. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteFeed",
            summary = "End a subscription; its articles stay",
            description = "No item of it is fetched any more.")
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Void> delete(@PathParam("id") UUID id) {
        return service.delete(id);
    }
}
