package io.demarche.platform.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Problems for what fails outside JAX-RS: unknown paths, broken URIs, faults of other routes. */
@Singleton
public final class ProblemRoutes {

    /** Before every route of Quarkus, so that its own failure page is never asked. */
    private static final int FIRST = -1_000_000;

    /** Right after a request has its trace. */
    private static final int BEFORE_ANYBODY_READS_THE_PATH = -1_990_000;

    void register(@Observes Router router) {
        router.route().order(BEFORE_ANYBODY_READS_THE_PATH).handler(ProblemRoutes::readable);
        router.route().order(FIRST).failureHandler(context -> failed(context, 500));
        router.route().order(Integer.MAX_VALUE).handler(context -> answer(context, 404));
        for (int status : new int[] {400, 404, 405, 406, 413, 415, 500}) {
            router.errorHandler(status, context -> failed(context, status));
        }
    }

    /** A path that can't be decoded is refused once, so that nobody behind this has to mind. */
    private static void readable(RoutingContext context) {
        try {
            context.normalizedPath();
        } catch (IllegalArgumentException unreadable) {
            answer(context, 400);
            return;
        }
        context.next();
    }

    /** A failure that came before any route, such as a path that cannot be read, has left no status in the context. */
    private static void failed(RoutingContext context, int otherwise) {
        Throwable failure = context.failure();
        if (failure instanceof ProblemException problem) {
            problem.retryAfterSeconds().ifPresent(seconds -> context.response()
                    .putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
            send(context, Failures.foreseen(problem, context.request().method().name(), path(context)));
            return;
        }
        int status = context.statusCode();
        if (failure != null && status >= 500) {
            send(
                    context,
                    Failures.unforeseen(failure, context.request().method().name(), path(context)));
            return;
        }
        answer(context, status < 400 ? otherwise : status);
    }

    private static void answer(RoutingContext context, int status) {
        send(context, Problem.of(status, HttpWords.detail(status)).at(path(context)));
    }

    private static void send(RoutingContext context, Problem problem) {
        if (context.response().ended()) {
            return;
        }
        if (context.response().headWritten()) {
            // Half an answer is out; only breaking off says that it is not whole.
            context.request().connection().close();
            return;
        }
        context.response().setStatusCode(problem.status());
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        // A body that nobody reads would stop the next request on this connection.
        context.request().resume();
        if (HttpMethod.HEAD.equals(context.request().method())) {
            context.response().end();
        } else {
            context.response().end(ProblemBody.of(problem));
        }
    }

    private static @Nullable String path(RoutingContext context) {
        return context.request().path();
    }
}
