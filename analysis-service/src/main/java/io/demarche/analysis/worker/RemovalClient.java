package io.demarche.analysis.worker;

import io.demarche.platform.identity.ServiceTokenClientFilter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Ingest's removals. */
@Path("/removals")
@RegisterRestClient(configKey = "ingest")
@RegisterProvider(ServiceTokenClientFilter.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface RemovalClient {

    @GET
    Uni<Removals> due();

    @POST
    @Path("confirm")
    Uni<Void> confirm(Told told);

    /** Articles that are gone; null when ingest leaves it out, which it should not. */
    @RegisterForReflection
    record Removals(@Nullable List<UUID> articleIds) {}

    /** Articles whose stances are gone too. */
    @RegisterForReflection
    record Told(List<UUID> articleIds) {}
}
