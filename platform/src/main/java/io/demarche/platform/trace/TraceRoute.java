package io.demarche.platform.trace;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Gives each request its trace before anything else sees it, and tells the caller which. */
@Singleton
public final class TraceRoute {

    /** Tells the caller the id of the trace; what to name in a report of a fault. */
    public static final String RESPONSE_HEADER = "X-Trace-Id";

    /** Even before the routes that turn failures into problems. */
    private static final int VERY_FIRST = -2_000_000;

    void register(@Observes Router router) {
        router.route().order(VERY_FIRST).handler(TraceRoute::trace);
    }

    private static void trace(RoutingContext context) {
        Trace trace = Trace.continuing(context.request().getHeader(Trace.HEADER));
        Traces.enter(trace);
        context.response().putHeader(RESPONSE_HEADER, trace.id());
        context.next();
    }
}
