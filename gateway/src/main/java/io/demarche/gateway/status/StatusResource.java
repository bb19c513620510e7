package io.demarche.gateway.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /status}. */
@Path("/")
@Tag(name = "Status")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection
public class StatusResource {

    private final StatusService status;

    StatusResource(StatusService status) {
        this.status = status;
    }

    /** How the whole installation is doing. */
    @GET
    @Path("/api/v1/status")
    @Operation(
            operationId = "getStatus",
            summary = "How the installation is doing",
            description =
                    "Services, versions, backlog and throughput. Answers 200 even while a service is down, and says so.")
    @APIResponse(responseCode = "200", description = "The status")
    @APIResponse(responseCode = "503", ref = "Unavailable")
    public Uni<Status> get() {
        return status.status();
    }

    /** The same at a shorter address, for people and probes. */
    @GET
    @Path("/status")
    @Operation(hidden = true)
    public Uni<Status> shortcut() {
        return status.status();
    }
}
