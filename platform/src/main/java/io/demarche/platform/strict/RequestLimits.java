package io.demarche.platform.strict;

import io.demarche.platform.problem.Problem;
import io.demarche.platform.problem.ProblemException;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * Turns requests away that are too large or whose URI is broken, before anything is read of them. A stream has no end that
 * could be too far away: whoever takes it bounds its parts.
 */
@Singleton
public final class RequestLimits {

    /** Behind the failure handler of the problems, before every route of Quarkus. */
    private static final int EARLY = -999_999;

    /** How many times the limit a body without announced length may be before the connection is broken off. */
    private static final long READ_ON = 2;

    private final RequestLimitsConfig limits;

    RequestLimits(RequestLimitsConfig limits) {
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route().order(EARLY).handler(this::check);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::bound);
    }

    static String bodyReason(long limit) {
        return "is larger than " + limit + " bytes";
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > limits.maxUriLength()) {
            context.fail(ProblemException.of(
                    Problem.of(414, "The URI is longer than " + limits.maxUriLength() + " characters.")));
        } else if (!isUri(request.uri())) {
            context.fail(ProblemException.of(
                    Problem.of(400, "The URI is not valid, or its percent-encoding is not UTF-8.")));
        } else if (headersLength(request) > limits.maxHeadersLength()) {
            context.fail(ProblemException.of(
                    Problem.of(431, "The headers are longer than " + limits.maxHeadersLength() + " characters.")));
        } else if (!Streams.is(request)
                && contentLength(request) > limits.maxBodySize().asLongValue()) {
            context.fail(ProblemException.tooLarge(
                    "body", bodyReason(limits.maxBodySize().asLongValue())));
        } else {
            context.next();
        }
    }

    /** Bodies without announced length, in the place where Quarkus has just put its own limit. */
    private void bound(RoutingContext context) {
        if (!Streams.is(context.request())) {
            context.put(
                    VertxHttpRecorder.MAX_REQUEST_SIZE_KEY,
                    READ_ON * limits.maxBodySize().asLongValue());
        }
        context.next();
    }

    /** The check that {@link OwnUriCheck} takes from Quarkus, and UTF-8. */
    private static boolean isUri(String uri) {
        try {
            new URI(uri);
            return PercentEncoding.sound(uri);
        } catch (URISyntaxException broken) {
            return false;
        }
    }

    private static long headersLength(HttpServerRequest request) {
        long length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        return length;
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }
}
