package io.demarche.gateway.analysis;

import io.demarche.gateway.upstream.UpstreamErrors;
import io.demarche.gateway.upstream.UpstreamJson;
import io.demarche.platform.identity.ServiceTokenClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The analysis service's analyses on the spot. */
@RegisterRestClient(configKey = "analysis")
@RegisterProvider(ServiceTokenClientFilter.class)
@RegisterProvider(UpstreamErrors.class)
@RegisterProvider(UpstreamJson.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface AnalysisClient {

    @POST
    @Path("/analyses")
    Uni<Analysis> analyse(TextRequest request);
}
