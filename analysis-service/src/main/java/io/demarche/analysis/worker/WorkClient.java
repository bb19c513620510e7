package io.demarche.analysis.worker;

import io.demarche.platform.identity.ServiceTokenClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Ingest's work leases. */
@Path("/leases")
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(ServiceTokenClientFilter.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface WorkClient {

    @POST
    Uni<WorkMessages.LeaseResponse> lease(WorkMessages.LeaseRequest request);

    @POST
    @Path("extend")
    Uni<WorkMessages.ResultsResponse> extend(WorkMessages.ExtendRequest request);

    @POST
    @Path("complete")
    Uni<WorkMessages.ResultsResponse> complete(WorkMessages.CompleteRequest request);

    @POST
    @Path("release")
    Uni<WorkMessages.ResultsResponse> release(WorkMessages.ReleaseRequest request);

    @POST
    @Path("fail")
    Uni<WorkMessages.ResultsResponse> fail(WorkMessages.FailRequest request);
}
