package io.demarche.gateway.upstream;

import io.demarche.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A service answered with a status of 400 or more. */
final class UpstreamAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable Problem problem;
    private final int retryAfterSeconds;

    UpstreamAnswer(int status, @Nullable Problem problem, int retryAfterSeconds) {
        super(
                status + " " + (problem == null ? "without a problem" : problem.detail() + " " + problem.errorId()),
                null,
                false,
                false);
        this.status = status;
        this.problem = problem;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    int status() {
        return status;
    }

    @Nullable
    Problem problem() {
        return problem;
    }

    /** When it may be tried again; negative when the service did not say. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
