package io.demarche.platform.identity;

import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets only the services in that may call this one, when it demands a token. Sees JAX-RS paths alone: health, metrics and
 * OpenAPI stay open for those who watch over the service.
 */
public final class ServiceTokenFilter {

    /** Not asked before the first request: Quarkus makes filters before there is a runtime configuration. */
    private final Provider<ServiceDoor> door;

    /** Made by CDI. */
    public ServiceTokenFilter(Provider<ServiceDoor> door) {
        this.door = door;
    }

    /** Checks one request. */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void filter(ContainerRequestContext request) {
        if (!door.get().opensFor(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            throw ProblemException.of(Problem.of(401, "The service token is missing or wrong."));
        }
    }
}
