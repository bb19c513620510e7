package io.demarche.platform.strict;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Bodies that are read or written line by line as they come. */
public final class Streams {

    /** The media type of a stream: one JSON value a line. */
    public static final String NDJSON = "application/x-ndjson";

    private Streams() {}

    /**
     * Breaks the answer to a request off, so that nobody takes what was written of it for all of it: by the end of the
     * connection, or of HTTP/2's stream.
     */
    public static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            // HTTP/1's reset() would close too, but tell none of those who wait for the end of the answer.
            request.connection().close();
        }
    }

    /** Whether the body of a request is a stream. */
    static boolean is(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.regionMatches(true, 0, NDJSON, 0, NDJSON.length())
                && (type.length() == NDJSON.length() || ";, ".indexOf(type.charAt(NDJSON.length())) >= 0);
    }
}
