package io.demarche.platform;

import io.demarche.platform.identity.ServiceTokenClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** How one service calls another. */
@Path("/trial")
@RegisterRestClient(configKey = "trial")
@RegisterProvider(ServiceTokenClientFilter.class)
public interface TrialClient {

    /** One answer. */
    @GET
    @Path("/names/all")
    @Produces(MediaType.APPLICATION_JSON)
    String names();

    /** The trace that the callee is told. */
    @GET
    @Path("/trace")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<String> trace();
}
