package io.demarche.gateway.access;

import io.demarche.gateway.upstream.UpstreamCaller;
import io.demarche.key.Role;
import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** What happens to every request besides the question who sends it: it is counted, and a write is taken down. */
@Singleton
class AccessFilters {

    /** Quarkus authenticates at 200 and authorizes at 100. */
    private static final int BEFORE_AUTHENTICATION = 210;

    private static final int AFTER_AUTHENTICATION = 190;

    private static final Logger AUDIT = Logger.getLogger("demarche.audit");

    private final RateLimits limits;

    AccessFilters(AccessConfig config) {
        this.limits = new RateLimits(config.burstSeconds());
    }

    void register(@Observes Filters filters) {
        filters.register(AccessFilters::audit, BEFORE_AUTHENTICATION);
        filters.register(this::limit, AFTER_AUTHENTICATION);
    }

    /** Also those that were turned away: who tries is worth knowing. */
    private static void audit(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean write = Permissions.needed(request.method(), context.normalizedPath())
                .filter(Role.CONTRIBUTOR::equals)
                .isPresent();
        if (write) {
            String path = printable(request.path());
            context.addEndHandler(ended -> {
                Caller caller = Caller.of(context);
                AUDIT.infof(
                        "%s %s %s by %s from %s",
                        request.method().name(),
                        path,
                        ended.succeeded() ? context.response().getStatusCode() : "broken off",
                        caller == null ? "nobody known" : printable(caller.id()),
                        request.remoteAddress() == null
                                ? "unknown"
                                : request.remoteAddress().hostAddress());
            });
        }
        context.next();
    }

    /** Nobody writes lines of his own into the log. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x21-\\x7e]", "?");
    }

    private void limit(RoutingContext context) {
        Caller caller = Caller.of(context);
        if (caller != null) {
            UpstreamCaller.is(caller.id());
        }
        if (caller == null || caller.ratePerMinute().isEmpty()) {
            context.next();
            return;
        }
        RateLimits.Standing standing =
                limits.take(caller.id(), caller.ratePerMinute().getAsInt());
        HttpServerResponse response = context.response();
        response.putHeader("RateLimit-Policy", "\"caller\";q=" + standing.quota() + ";w=" + standing.windowSeconds());
        response.putHeader("RateLimit", "\"caller\";r=" + standing.remaining() + ";t=" + standing.fullAfterSeconds());
        if (standing.allowed()) {
            context.next();
        } else {
            String detail = "This caller may send " + caller.ratePerMinute().getAsInt() + " requests a minute.";
            context.fail(ProblemException.of(Problem.of(429, detail), (int) standing.retryAfterSeconds()));
        }
    }
}
