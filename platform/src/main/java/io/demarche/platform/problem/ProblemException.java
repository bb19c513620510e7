package io.demarche.platform.problem;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem that the caller is told about. Carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final int retryAfterSeconds;

    private ProblemException(Problem problem, int retryAfterSeconds, @Nullable Throwable cause) {
        super(
                problem.status() + " " + problem.detail() + (problem.errors().isEmpty() ? "" : " " + problem.errors()),
                cause,
                false,
                false);
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Any problem as it is; how a gateway hands on what the service behind it answered. */
    public static ProblemException of(Problem problem) {
        return new ProblemException(problem, -1, null);
    }

    /** Any problem as it is, with {@code Retry-After} in seconds. */
    public static ProblemException of(Problem problem, int retryAfterSeconds) {
        return new ProblemException(problem, retryAfterSeconds, null);
    }

    /** 400: one field or parameter is wrong. */
    public static ProblemException badRequest(String field, String reason) {
        return badRequest(List.of(new FieldError(field, reason)));
    }

    /** 400: several fields or parameters are wrong. */
    public static ProblemException badRequest(List<FieldError> errors) {
        return of(Problem.of(400, FieldErrors.summary(errors), errors));
    }

    /** 404: there is no such thing, e.g. {@code notFound("article", id)}. */
    public static ProblemException notFound(String what, Object id) {
        return of(Problem.of(404, "There is no " + what + " " + id + "."));
    }

    /** 409: the request is sound, but what is there does not allow it. */
    public static ProblemException conflict(String detail) {
        return of(Problem.of(409, detail));
    }

    /** 413: one field is larger than its limit; the reason names the limit. */
    public static ProblemException tooLarge(String field, String reason) {
        List<FieldError> errors = List.of(new FieldError(field, reason));
        return of(Problem.of(413, FieldErrors.summary(errors), errors));
    }

    /** 503 with {@code Retry-After}. */
    public static ProblemException unavailable(String detail, int retryAfterSeconds) {
        return of(Problem.of(503, detail), retryAfterSeconds);
    }

    /** 502: a service behind this one answered with something that cannot be used. */
    public static ProblemException badGateway(String detail) {
        return of(Problem.of(502, detail));
    }

    /** 502 or 504: what a field of the request names lies elsewhere and can't be had from there. */
    public static ProblemException elsewhere(int status, String field, String reason) {
        List<FieldError> errors = List.of(new FieldError(field, reason));
        return of(Problem.of(status, FieldErrors.summary(errors), errors));
    }

    /** 504: a service behind this one did not answer in time. */
    public static ProblemException gatewayTimeout(String detail) {
        return of(Problem.of(504, detail));
    }

    /** The same answer, with the reason that the log shall have (statuses of 500 and more are logged). */
    public ProblemException causedBy(Throwable cause) {
        return new ProblemException(problem, retryAfterSeconds, cause);
    }

    /** The HTTP status. */
    public int status() {
        return problem.status();
    }

    /** The problem, without the path of the request. */
    public Problem problem() {
        return problem;
    }

    /** After how many seconds it may be tried again, when known. */
    public OptionalInt retryAfterSeconds() {
        return retryAfterSeconds < 0 ? OptionalInt.empty() : OptionalInt.of(retryAfterSeconds);
    }
}
