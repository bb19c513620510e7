package io.demarche.gateway.stance;

import io.demarche.gateway.upstream.UpstreamErrors;
import io.demarche.gateway.upstream.UpstreamJson;
import io.demarche.platform.identity.ServiceTokenClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The analysis service's stances. */
@RegisterRestClient(configKey = "analysis")
@RegisterProvider(ServiceTokenClientFilter.class)
@RegisterProvider(UpstreamErrors.class)
@RegisterProvider(UpstreamJson.class)
@Produces(MediaType.APPLICATION_JSON)
interface StanceClient {

    @GET
    @Path("/stances")
    Uni<StancePage> find(@RestQuery MultivaluedMap<String, String> filter);

    @GET
    @Path("/articles/{id}/stances")
    Uni<ArticleStances> ofArticle(@PathParam("id") UUID id);
}
