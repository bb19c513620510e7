package io.demarche.gateway.feed;

import io.demarche.gateway.upstream.UpstreamErrors;
import io.demarche.gateway.upstream.UpstreamJson;
import io.demarche.platform.identity.ServiceTokenClientFilter;
import io.demarche.platform.strict.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The ingest service's feeds. */
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(ServiceTokenClientFilter.class)
@RegisterProvider(UpstreamErrors.class)
@RegisterProvider(UpstreamJson.class)
@Path("/feeds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface FeedClient {

    @POST
    Uni<RestResponse<Feed>> subscribe(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, FeedRequest request);

    @GET
    Uni<FeedPage> list(
            @QueryParam("state") @Nullable FeedState state,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/{id}")
    Uni<Feed> find(@PathParam("id") UUID id);

    @PUT
    @Path("/{id}")
    Uni<Feed> change(@PathParam("id") UUID id, FeedChange change);

    @DELETE
    @Path("/{id}")
    Uni<RestResponse<Void>> delete(@PathParam("id") UUID id);
}
