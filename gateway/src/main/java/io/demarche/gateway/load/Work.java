package io.demarche.gateway.load;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Classes of requests; one does not crowd out another. */
enum Work {
    /** What is looked up. */
    READS,
    /** What is computed while the caller waits. */
    ANALYSES,
    /** What is written, and extractions. */
    WRITES,
    /** What goes on until somebody ends it. */
    STREAMS;

    private static final String API = "/api/";
    private static final int ID = 36;

    /** The class of a request; null when it is always let in, such as health, metrics, the document and the page. */
    static @Nullable Work of(HttpServerRequest request) {
        String path = request.path();
        if (path == null || !path.startsWith(API)) {
            return null;
        }
        if (path.endsWith("/batch") || path.endsWith("/stream") || asksForLines(request)) {
            return STREAMS;
        }
        if (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method())) {
            return READS;
        }
        if (HttpMethod.OPTIONS.equals(request.method())) {
            return null;
        }
        return path.endsWith("/analyses") ? ANALYSES : WRITES;
    }

    /** Its name for people and metrics. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean asksForLines(HttpServerRequest request) {
        String accept = request.getHeader("accept");
        return accept != null
                && (accept.startsWith("application/x-ndjson")
                        || accept.startsWith("text/csv")
                        || accept.startsWith("text/event-stream"));
    }

    /** Requests that usually take about as long as each other. */
    static String operation(HttpServerRequest request) {
        StringBuilder name = new StringBuilder(request.method().name());
        for (String segment : String.valueOf(request.path()).split("/")) {
            name.append('/').append(segment.length() == ID && segment.charAt(8) == '-' ? "{id}" : segment);
        }
        return name.toString();
    }
}
