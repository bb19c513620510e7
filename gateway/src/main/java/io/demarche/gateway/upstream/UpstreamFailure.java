package io.demarche.gateway.upstream;

import io.demarche.platform.problem.FieldError;
import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What a call that failed means: for the caller, for the circuit breaker, and for trying again. */
final class UpstreamFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final int LONGEST_CAUSE_CHAIN = 10;

    private final ProblemException problem;
    private final boolean worthAnotherTry;
    private final boolean countsAgainstService;

    private UpstreamFailure(ProblemException problem, boolean worthAnotherTry) {
        this(problem, worthAnotherTry, problem.status() >= 500);
    }

    private UpstreamFailure(ProblemException problem, boolean worthAnotherTry, boolean countsAgainstService) {
        super(problem.getMessage(), problem, false, false);
        this.problem = problem;
        this.worthAnotherTry = worthAnotherTry;
        this.countsAgainstService = countsAgainstService;
    }

    /**
     * What a failure means.
     *
     * @param callersOwn whether a call that took too long was given less than its usual time, as its caller wished
     */
    static UpstreamFailure of(String service, Throwable failure, boolean callersOwn) {
        if (failure instanceof UpstreamFailure known) {
            return known;
        }
        if (failure instanceof CallerLeftException) {
            // Nobody reads it.
            return new UpstreamFailure(
                    ProblemException.gatewayTimeout("Nobody waits any more.").causedBy(failure), false, false);
        }
        if (has(failure, UpstreamAnswer.class) instanceof UpstreamAnswer answer) {
            return answered(service, answer);
        }
        if (has(failure, TimeoutException.class) != null) {
            return new UpstreamFailure(
                    ProblemException.gatewayTimeout("The " + service + " service did not answer in time.")
                            .causedBy(failure),
                    false,
                    !callersOwn);
        }
        // Refused, unknown host, closed while waiting: nobody is there, or somebody has just gone.
        if (has(failure, IOException.class) != null && has(failure, JSON_FAULT) == null
                || has(failure, HttpClosedException.class) != null) {
            return new UpstreamFailure(unavailable(service, failure), true);
        }
        return new UpstreamFailure(
                ProblemException.badGateway("The " + service + " service gave an answer that makes no sense.")
                        .causedBy(failure),
                false);
    }

    // Jackson's faults are IOExceptions too, and no reason to think that the service is gone.
    private static final Class<? extends Throwable> JSON_FAULT = com.fasterxml.jackson.core.JacksonException.class;

    private static UpstreamFailure answered(String service, UpstreamAnswer answer) {
        Problem said = answer.problem();
        switch (answer.status()) {
            case 400, 404, 409, 410, 413, 422 -> {
                if (said != null) {
                    Problem own = new Problem(
                            said.type(), said.title(), answer.status(), said.detail(), null, said.errors(), null);
                    return new UpstreamFailure(ProblemException.of(own, answer.retryAfterSeconds()), false);
                }
            }
            case 429, 503 -> {
                int seconds = answer.retryAfterSeconds() < 0 ? RETRY_AFTER_SECONDS : answer.retryAfterSeconds();
                ProblemException busy = ProblemException.unavailable(
                                "The " + service + " service is not available at the moment.", seconds)
                        .causedBy(answer);
                // A service that says when to come back is busy, not broken: a breaker would only add to what is lost.
                return new UpstreamFailure(busy, answer.retryAfterSeconds() < 0, answer.retryAfterSeconds() < 0);
            }
            case 502, 504 -> {
                if (said != null && said.errors() != null && !said.errors().isEmpty()) {
                    // The service is well: what a field named, a page to fetch, is not.
                    FieldError first = said.errors().get(0);
                    return new UpstreamFailure(
                            ProblemException.elsewhere(answer.status(), first.field(), first.reason()), false, false);
                }
                if (answer.status() == 504) {
                    return new UpstreamFailure(
                            ProblemException.gatewayTimeout("The " + service + " service did not answer in time.")
                                    .causedBy(answer),
                            false);
                }
            }
            default -> {
                // Falls through to the one sentence below: whatever it is, the caller cannot do anything about it.
            }
        }
        return new UpstreamFailure(
                ProblemException.badGateway("The " + service + " service failed.")
                        .causedBy(answer),
                false);
    }

    private static ProblemException unavailable(String service, Throwable failure) {
        return ProblemException.unavailable("The " + service + " service cannot be reached.", RETRY_AFTER_SECONDS)
                .causedBy(failure);
    }

    private static @Nullable Throwable has(Throwable failure, Class<? extends Throwable> type) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < LONGEST_CAUSE_CHAIN; depth++) {
            if (type.isInstance(at)) {
                return at;
            }
            at = at.getCause();
        }
        return null;
    }

    /** What the caller is told. */
    ProblemException problem() {
        return problem;
    }

    /** Whether the service is at fault, and not the request. */
    boolean countsAgainstService() {
        return countsAgainstService;
    }

    /** Whether whoever asked has hung up. */
    boolean callerLeft() {
        return problem.getCause() instanceof CallerLeftException;
    }

    /** Whether a read may be tried again at once. */
    boolean worthAnotherTry() {
        return worthAnotherTry;
    }
}
