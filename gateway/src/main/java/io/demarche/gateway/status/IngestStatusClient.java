package io.demarche.gateway.status;

import io.demarche.gateway.upstream.UpstreamErrors;
import io.demarche.gateway.upstream.UpstreamJson;
import io.demarche.platform.identity.ServiceTokenClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the ingest service says about its work. */
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(ServiceTokenClientFilter.class)
@RegisterProvider(UpstreamErrors.class)
@RegisterProvider(UpstreamJson.class)
@Produces(MediaType.APPLICATION_JSON)
interface IngestStatusClient {

    @GET
    @Path("/backlog")
    Uni<Backlog> backlog();
}
