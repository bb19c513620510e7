package io.demarche.platform.strict;

import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Breaks off requests whose body comes byte by byte, which costs the sender nothing and holds a connection. The idle
 * timeout of the HTTP server sees to those that send nothing at all.
 */
@Singleton
public final class SlowBodies {

    /** Behind {@link RequestLimits}. */
    private static final int EARLY = -999_998;

    private final Vertx vertx;
    private final RequestLimitsConfig limits;

    SlowBodies(Vertx vertx, RequestLimitsConfig limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route().order(EARLY).handler(this::watch);
    }

    private void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || Streams.is(request) || !hasBody(request)) {
            context.next();
            return;
        }
        long timer = vertx.setTimer(Math.max(1, limits.bodyTimeout().toMillis()), late -> breakOff(context));
        request.end().onComplete(read -> vertx.cancelTimer(timer));
        context.addEndHandler(ended -> vertx.cancelTimer(timer));
        context.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null : !length.equals("0");
    }

    private static void breakOff(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded() || context.response().ended()) {
            return;
        }
        if (context.response().headWritten()) {
            request.connection().close();
            return;
        }
        // Whatever still comes of the body belongs to no request.
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.response().endHandler(sent -> request.connection().close());
        context.fail(ProblemException.of(Problem.of(408, "The body of the request took too long to arrive.")));
    }
}
