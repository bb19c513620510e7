package io.demarche.platform.strict;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Bodies that are read line by line as they come. */
public final class Streams {

    /** The media type of a stream: one JSON value a line. */
    public static final String NDJSON = "application/x-ndjson";

    private Streams() {}

    /** Whether the body of a request is a stream. */
    static boolean is(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null
                && type.regionMatches(true, 0, NDJSON, 0, NDJSON.length())
                && (type.length() == NDJSON.length() || ";, ".indexOf(type.charAt(NDJSON.length())) >= 0);
    }
}
