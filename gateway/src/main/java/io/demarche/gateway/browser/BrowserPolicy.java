package io.demarche.gateway.browser;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells browsers what a page of the gateway may load and run: nothing that the gateway does not serve itself. */
@Singleton
public final class BrowserPolicy {

    /** Before every route of Quarkus. */
    private static final int EARLY = -900_000;

    private static final String DOCS = "/docs";

    private static final String STRICT =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    /** Swagger UI brings a script, styles and pictures inside its page. */
    private static final String SWAGGER =
            STRICT + "; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    void register(@Observes Router router) {
        router.route().order(EARLY).handler(BrowserPolicy::tell);
    }

    private static void tell(RoutingContext context) {
        context.response().putHeader("Content-Security-Policy", policy(context.normalizedPath()));
        context.next();
    }

    static String policy(String path) {
        return path.equals(DOCS) || path.startsWith(DOCS + "/") ? SWAGGER : STRICT;
    }
}
