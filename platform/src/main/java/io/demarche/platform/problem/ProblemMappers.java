package io.demarche.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every exception that leaves a resource becomes a problem. Those types are named apart for which Quarkus has a mapper of
 * its own, which would win over the one for {@link Throwable}.
 */
public final class ProblemMappers {

    private static final Set<String> ABOUT_THE_BODY = Set.of("content-type", "content-length", "content-encoding");

    private final AllowedMethods allowed;

    /** Made by CDI. */
    public ProblemMappers(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    /** The problems that Demarche itself throws. */
    @ServerExceptionMapper
    public Response problem(ProblemException failure, HttpServerRequest request) {
        return respond(failure, request);
    }

    /** What JAX-RS throws: unknown path, method or media type, parameters and bodies that cannot be read. */
    @ServerExceptionMapper
    public Response jaxRs(WebApplicationException failure, HttpServerRequest request) {
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        if (failure.getCause() instanceof ProblemException problem) {
            return respond(problem, request);
        }
        if (status >= 500) {
            return ProblemResponses.of(
                    Failures.unforeseen(failure, request.method().name(), request.path()));
        }
        Response answer = withHeaders(
                failure.getResponse(),
                Problem.of(status, HttpWords.detail(status)).at(request.path()));
        if (status == Response.Status.METHOD_NOT_ALLOWED.getStatusCode()
                && !answer.getHeaders().containsKey(HttpHeaders.ALLOW)) {
            answer.getHeaders().add(HttpHeaders.ALLOW, String.join(", ", allowed.at(request.path())));
        }
        return answer;
    }

    /** JSON outside a request's body, which is judged where it is read: a fault of this side. */
    @ServerExceptionMapper
    public Response json(MismatchedInputException failure, HttpServerRequest request) {
        return unforeseen(failure, request);
    }

    /** Constraints on parameters and bodies; one that the answer breaks is a fault of this side. */
    @ServerExceptionMapper
    public Response validation(ValidationException failure, HttpServerRequest request, ResourceInfo resource) {
        if (failure instanceof ResteasyReactiveViolationException broken && !Violations.ofAnswer(broken)) {
            return respond(ProblemException.badRequest(Violations.of(broken, resource.getResourceMethod())), request);
        }
        return unforeseen(failure, request);
    }

    /** Anything else. */
    @ServerExceptionMapper
    public Response unforeseen(Throwable failure, HttpServerRequest request) {
        Throwable core = unwrap(failure);
        if (core instanceof ProblemException problem) {
            return respond(problem, request);
        }
        if (core instanceof HttpClosedException) {
            // The caller has gone; nobody reads this, and nothing is wrong here.
            return ProblemResponses.of(Problem.of(400, "The request did not arrive as a whole."));
        }
        return ProblemResponses.of(Failures.unforeseen(failure, request.method().name(), request.path()));
    }

    private static Response respond(ProblemException failure, HttpServerRequest request) {
        Problem problem = Failures.foreseen(failure, request.method().name(), request.path());
        return ProblemResponses.of(problem, failure.retryAfterSeconds());
    }

    /** What the exception says besides the status, such as Allow for a 405. */
    private static Response withHeaders(Response original, Problem problem) {
        Response.ResponseBuilder builder = Response.fromResponse(ProblemResponses.of(problem));
        original.getHeaders().forEach((name, values) -> {
            if (!ABOUT_THE_BODY.contains(name.toLowerCase(Locale.ROOT))) {
                builder.header(name, null);
                values.forEach(value -> builder.header(name, value));
            }
        });
        return builder.build();
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable core = failure;
        while ((core instanceof CompletionException
                        || core instanceof ExecutionException
                        || core instanceof UndeclaredThrowableException)
                && core.getCause() != null) {
            core = core.getCause();
        }
        return core;
    }
}
