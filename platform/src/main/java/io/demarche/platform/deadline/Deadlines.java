package io.demarche.platform.deadline;

import io.demarche.platform.problem.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Reads how long callers wait. When the time is over the connection is broken off, which takes back what is under way as
 * if the caller had hung up: he has, or should have.
 */
@Singleton
public final class Deadlines {

    /** Behind the limits of requests, before every route of Quarkus. */
    private static final int EARLY = -999_000;

    /** For answers that are late by a hair, and for those that say that it was too late. */
    private static final long GRACE_MILLIS = 500;

    private final Vertx vertx;

    Deadlines(Vertx vertx) {
        this.vertx = vertx;
    }

    void register(@Observes Router router) {
        router.route().order(EARLY).handler(this::read);
    }

    private void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        String given = request.getHeader(Deadline.HEADER);
        if (given == null) {
            context.next();
            return;
        }
        long millis = millis(given);
        if (millis < 0) {
            context.fail(ProblemException.badRequest(
                    Deadline.HEADER, "must be a whole number of milliseconds from 1 to " + Deadline.LONGEST_MILLIS));
            return;
        }
        Deadline.in(millis).enter();
        long timer = vertx.setTimer(millis + GRACE_MILLIS, late -> {
            if (!request.response().ended()) {
                request.connection().close();
            }
        });
        context.addEndHandler(ended -> vertx.cancelTimer(timer));
        context.next();
    }

    private static long millis(String given) {
        if (!given.matches("\\d{1,6}")) {
            return -1;
        }
        long millis = Long.parseLong(given);
        return millis >= 1 && millis <= Deadline.LONGEST_MILLIS ? millis : -1;
    }
}
