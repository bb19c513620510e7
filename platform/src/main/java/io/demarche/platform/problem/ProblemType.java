package io.demarche.platform.problem;

import java.net.URI;
import java.util.Map;

/**
 * The kinds of problems, one for each status in use.
 *
 * @param uri relative URI that names the kind
 * @param title the kind in words
 */
record ProblemType(URI uri, String title) {

    private static final Map<Integer, ProblemType> BY_STATUS = Map.ofEntries(
            entry(400, "bad-request", "The request is not valid"),
            entry(401, "unauthorized", "Authentication is needed"),
            entry(403, "forbidden", "Not allowed"),
            entry(404, "not-found", "Not found"),
            entry(405, "method-not-allowed", "The method is not offered here"),
            entry(406, "not-acceptable", "None of the accepted media types is offered"),
            entry(408, "request-timeout", "The request took too long to arrive"),
            entry(409, "conflict", "In conflict with the present state"),
            entry(410, "gone", "No longer there"),
            entry(412, "precondition-failed", "A precondition does not hold"),
            entry(413, "too-large", "The request is too large"),
            entry(414, "uri-too-long", "The URI is too long"),
            entry(415, "unsupported-media-type", "The media type is not supported"),
            entry(417, "expectation-failed", "The expectation cannot be met"),
            entry(422, "unprocessable", "The request cannot be processed"),
            entry(428, "precondition-required", "A precondition is needed"),
            entry(429, "too-many-requests", "Too many requests"),
            entry(431, "headers-too-large", "The request headers are too large"),
            entry(500, "internal-error", "Something went wrong on this side"),
            entry(501, "not-implemented", "Not offered"),
            entry(502, "bad-gateway", "A service behind this one answered with an error"),
            entry(503, "unavailable", "Not available at the moment"),
            entry(504, "gateway-timeout", "A service behind this one did not answer in time"));

    static ProblemType of(int status) {
        ProblemType known = BY_STATUS.get(status);
        if (known != null) {
            return known;
        }
        return status < 500 ? BY_STATUS.get(400) : BY_STATUS.get(500);
    }

    private static Map.Entry<Integer, ProblemType> entry(int status, String slug, String title) {
        return Map.entry(status, new ProblemType(URI.create("/problems/" + slug), title));
    }
}
