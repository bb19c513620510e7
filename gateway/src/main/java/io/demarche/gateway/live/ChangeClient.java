package io.demarche.gateway.live;

import io.demarche.gateway.upstream.UpstreamErrors;
import io.demarche.gateway.upstream.UpstreamJson;
import io.demarche.platform.identity.ServiceTokenClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** The analysis service's changes. */
@RegisterRestClient(configKey = "analysis")
@RegisterProvider(ServiceTokenClientFilter.class)
@RegisterProvider(UpstreamErrors.class)
@RegisterProvider(UpstreamJson.class)
@Produces(MediaType.APPLICATION_JSON)
interface ChangeClient {

    @GET
    @Path("/stances/changes")
    Uni<ChangePage> read(@RestQuery MultivaluedMap<String, String> parameters);
}
