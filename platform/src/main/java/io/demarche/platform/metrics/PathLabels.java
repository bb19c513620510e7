package io.demarche.platform.metrics;

import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps callers from making series of metrics by asking for paths that are not there: whatever meets no resource, the
 * files of a page included, is counted under one path.
 */
@Singleton
public final class PathLabels {

    /** Under which requests are counted that met no resource. */
    static final String OTHER = "/other";

    /** Where Quarkus looks for the template of a path; its REST layer puts the resource's there when it has found it. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** Once it is known that the path can be read. */
    private static final int EARLY = -1_980_000;

    private final String management;

    PathLabels(@ConfigProperty(name = "quarkus.http.non-application-root-path", defaultValue = "/q") String path) {
        this.management = (path.startsWith("/") ? path : "/" + path).replaceAll("/+$", "") + "/";
    }

    void register(@Observes Router router) {
        router.route().order(EARLY).handler(this::label);
    }

    private void label(RoutingContext context) {
        // As it came: a path that cannot be decoded is for others to refuse.
        String path = context.request().path();
        // Health, metrics and their like are not counted at all, by their own paths.
        if (path == null || !path.startsWith(management)) {
            ((HttpServerRequestInternal) context.request()).context().putLocal(TEMPLATE, OTHER);
        }
        context.next();
    }
}
