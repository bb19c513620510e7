package io.demarche.platform.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;

/** Problems as JAX-RS answers. */
final class ProblemResponses {

    private ProblemResponses() {}

    static Response of(Problem problem) {
        return of(problem, OptionalInt.empty());
    }

    static Response of(Problem problem, OptionalInt retryAfterSeconds) {
        Response.ResponseBuilder builder =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(ProblemBody.of(problem));
        retryAfterSeconds.ifPresent(seconds -> builder.header(HttpHeaders.RETRY_AFTER, seconds));
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return builder.build();
    }
}
