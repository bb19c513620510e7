package io.demarche.platform.problem;

import io.demarche.platform.id.Uuid7;
import org.jboss.logging.Logger;

/** Logs what goes wrong on this side, once, under an id that the caller is told. */
final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    private Failures() {}

    /** An unforeseen failure: the caller learns nothing but the id. */
    static Problem unforeseen(Throwable failure, String method, String path) {
        String id = Uuid7.next().toString();
        LOG.errorf(failure, "%s %s failed, error %s", method, path, id);
        return Problem.of(500, "The error is kept under its errorId.").at(path).loggedAs(id);
    }

    /** A failure that was foreseen and has its own words, such as a service behind this one that is away. */
    static Problem foreseen(ProblemException failure, String method, String path) {
        if (failure.status() < 500) {
            return failure.problem().at(path);
        }
        String id = Uuid7.next().toString();
        Throwable cause = failure.getCause();
        LOG.warnf(
                "%s %s: %s%s, error %s",
                method, path, failure.getMessage(), cause == null ? "" : " (" + cause + ")", id);
        return failure.problem().at(path).loggedAs(id);
    }
}
