package io.demarche.ingest.work;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Work over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "work", description = "Leases of articles that are to be analysed")
@RegisterForReflection
public class WorkResource {

    private final WorkService service;

    WorkResource(WorkService service) {
        this.service = service;
    }

    @POST
    @Path("/leases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "leaseWork",
            summary = "Lease articles that are due",
            description =
                    "The oldest first. Whoever does not report in time loses the lease, and another takes the article.")
    @APIResponseSchema(
            value = WorkResponses.Taken.class,
            responseCode = "200",
            responseDescription = "The leases; none when nothing is due")
    public Uni<WorkResponses.Taken> lease(@Valid WorkRequests.Take request) {
        return service.lease(request).map(WorkResponses.Taken::new);
    }

    @POST
    @Path("/leases/extend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "extendLeases",
            summary = "Make leases last longer",
            description = "A lease that has run out, or has another token by now, stays lost.")
    @APIResponseSchema(
            value = WorkResponses.Results.class,
            responseCode = "200",
            responseDescription = "What became of each lease")
    public Uni<WorkResponses.Results> extend(@Valid WorkRequests.Extend request) {
        return service.extend(request);
    }

    @POST
    @Path("/leases/complete")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "completeLeases",
            summary = "Report work that is done",
            description = "Saying it twice with the same token is as good as once.")
    @APIResponseSchema(
            value = WorkResponses.Results.class,
            responseCode = "200",
            responseDescription = "What became of each lease")
    public Uni<WorkResponses.Results> complete(@Valid WorkRequests.Complete request) {
        return service.complete(request);
    }

    @POST
    @Path("/leases/fail")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "failLeases",
            summary = "Report work that failed",
            description = "With retry it is due again after a back-off, until its attempts are used up.")
    @APIResponseSchema(
            value = WorkResponses.Results.class,
            responseCode = "200",
            responseDescription = "What became of each lease")
    public Uni<WorkResponses.Results> fail(@Valid WorkRequests.Fail request) {
        return service.fail(request);
    }

    @POST
    @Path("/leases/release")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "releaseLeases",
            summary = "Hand work back that was not tried",
            description = "By a worker that stops. It is due at once, and the lease does not count among the attempts.")
    @APIResponseSchema(
            value = WorkResponses.Results.class,
            responseCode = "200",
            responseDescription = "What became of each lease")
    public Uni<WorkResponses.Results> release(@Valid WorkRequests.Release request) {
        return service.release(request);
    }

    @GET
    @Path("/backlog")
    @Operation(
            operationId = "getBacklog",
            summary = "How much work there is",
            description = "How much waits and how fast it is done.")
    @APIResponseSchema(value = Backlog.class, responseCode = "200", responseDescription = "Counts")
    public Uni<Backlog> backlog() {
        return service.backlog();
    }
}
