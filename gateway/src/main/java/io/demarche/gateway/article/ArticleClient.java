package io.demarche.gateway.article;

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

/** The ingest service's articles. */
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(ServiceTokenClientFilter.class)
@RegisterProvider(UpstreamErrors.class)
@RegisterProvider(UpstreamJson.class)
@Path("/articles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ArticleClient {

    @POST
    Uni<RestResponse<ArticleAccepted>> submit(
            @HeaderParam(IdempotencyKey.HEADER) @Nullable String key, ArticleRequest request);

    @GET
    Uni<ArticlePage> list(
            @QueryParam("state") @Nullable ArticleState state,
            @QueryParam("source") @Nullable String source,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @DELETE
    @Path("/{id}")
    Uni<RestResponse<Void>> remove(@PathParam("id") UUID id);

    @GET
    @Path("/{id}")
    Uni<ArticleDetails> find(@PathParam("id") UUID id);
}
