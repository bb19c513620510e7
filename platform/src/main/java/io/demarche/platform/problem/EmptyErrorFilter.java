package io.demarche.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives a body to answers that a resource has built with nothing but a status of 400 or more. */
public final class EmptyErrorFilter {

    /** Fills the answer in when it is an error without words. */
    @ServerResponseFilter
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        if (status >= 400 && !response.hasEntity()) {
            Problem problem = Problem.of(status, HttpWords.detail(status))
                    .at(request.getUriInfo().getRequestUri().getRawPath());
            response.setEntity(ProblemBody.of(problem), null, MediaType.valueOf(Problem.MEDIA_TYPE));
        }
    }
}
