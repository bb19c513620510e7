package io.demarche.gateway.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** An error that many operations share. */
enum CommonAnswer {
    BAD_REQUEST(
            400,
            "BadRequest",
            "The request is not valid; `errors` says which field and why",
            "The request is not valid",
            "mentions[2].end: must be greater than start",
            always -> true,
            List.of()),
    UNAUTHORIZED(
            401,
            "Unauthorized",
            "The key or token is missing, unknown, expired or revoked",
            "Authentication is needed",
            "The Authorization header with a bearer token is missing or wrong.",
            always -> true,
            List.of("WWW-Authenticate")),
    FORBIDDEN(
            403,
            "Forbidden",
            "The key or token does not bear the role that is needed",
            "Not allowed",
            "This needs the role contributor.",
            always -> true,
            List.of()),
    NOT_FOUND(
            404,
            "NotFound",
            "There is no such thing",
            "Not found",
            "There is no article 0198c5a0-7b1e-7000-8000-000000000000.",
            OperationTraits::namesOneThing,
            List.of()),
    NOT_ACCEPTABLE(
            406,
            "NotAcceptable",
            "None of the media types in `Accept` is offered, or `Accept` cannot be read",
            "None of the accepted media types is offered",
            "None of the media types in the Accept header is offered here.",
            always -> true,
            List.of()),
    CONFLICT(
            409,
            "Conflict",
            "The first request with this `Idempotency-Key` is still under way",
            "In conflict with the present state",
            "The first request with this Idempotency-Key is still under way.",
            OperationTraits::takesIdempotencyKey,
            List.of()),
    TOO_LARGE(
            413,
            "TooLarge",
            "The body, or a field, is larger than its limit",
            "The request is too large",
            "text: must not be longer than 200,000 characters",
            OperationTraits::hasBody,
            List.of()),
    URI_TOO_LONG(
            414,
            "UriTooLong",
            "Path and query are longer than 8,192 characters",
            "The URI is too long",
            "The URI is longer than 8192 characters.",
            always -> true,
            List.of()),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "UnsupportedMediaType",
            "The body is of a media type that is not taken here",
            "The media type is not supported",
            "The Content-Type is missing, or none that is taken here.",
            OperationTraits::hasBody,
            List.of()),
    UNPROCESSABLE(
            422,
            "Unprocessable",
            "The `Idempotency-Key` was used before with another request",
            "The request cannot be processed",
            "The Idempotency-Key was used before with another request.",
            OperationTraits::takesIdempotencyKey,
            List.of()),
    TOO_MANY_REQUESTS(
            429,
            "TooManyRequests",
            "The key has used up its rate",
            "Too many requests",
            "This key has used up its rate.",
            always -> true,
            List.of("Retry-After", "RateLimit", "RateLimit-Policy")),
    HEADERS_TOO_LARGE(
            431,
            "HeadersTooLarge",
            "The headers are longer than 16,384 characters",
            "The request headers are too large",
            "The headers are longer than 16384 characters.",
            always -> true,
            List.of()),
    INTERNAL_ERROR(
            500,
            "InternalError",
            "A fault of the gateway; `errorId` finds it in the log",
            "Something went wrong on this side",
            "The error is kept under its errorId.",
            always -> true,
            List.of()),
    BAD_GATEWAY(
            502,
            "BadGateway",
            "A service behind the gateway, or a page that the request names, failed; `errorId` finds it in the log",
            "A service behind this one answered with an error",
            "The ingest service failed.",
            OperationTraits::needsServices,
            List.of()),
    UNAVAILABLE(
            503,
            "Unavailable",
            "The gateway or a service behind it is overloaded or cannot be reached at the moment",
            "Not available at the moment",
            "The ingest service cannot be reached.",
            always -> true,
            List.of("Retry-After")),
    GATEWAY_TIMEOUT(
            504,
            "GatewayTimeout",
            "A service behind the gateway, or a page that the request names, did not answer in time",
            "A service behind this one did not answer in time",
            "The ingest service did not answer in time.",
            OperationTraits::needsServices,
            List.of());

    private static final String PROBLEM = "application/problem+json";
    private static final int FIRST_LOGGED = 500;

    private final int status;
    private final String component;
    private final String description;
    private final String title;
    private final String detail;
    private final Predicate<OperationTraits> applies;
    private final List<String> headers;

    CommonAnswer(
            int status,
            String component,
            String description,
            String title,
            String detail,
            Predicate<OperationTraits> applies,
            List<String> headers) {
        this.status = status;
        this.component = component;
        this.description = description;
        this.title = title;
        this.detail = detail;
        this.applies = applies;
        this.headers = headers;
    }

    String status() {
        return Integer.toString(status);
    }

    String component() {
        return component;
    }

    boolean appliesTo(OperationTraits operation) {
        return applies.test(operation);
    }

    APIResponse answer() {
        MediaType problem = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("Problem"))
                .addExample(component, OASFactory.createExample().summary(title).value(example()));
        APIResponse answer = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType(PROBLEM, problem));
        headers.forEach(
                header -> answer.addHeader(header, OASFactory.createHeader().ref(header)));
        return answer;
    }

    private Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/" + kind());
        example.put("title", title);
        example.put("status", status);
        example.put("detail", detail);
        example.put("instance", "/api/v1/analyses");
        int colon = detail.indexOf(": ");
        if (colon > 0) {
            // In an order of its own: the document is compared letter by letter.
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("field", detail.substring(0, colon));
            error.put("reason", detail.substring(colon + 2));
            example.put("errors", List.of(error));
        }
        if (status >= FIRST_LOGGED) {
            example.put("errorId", "0198c5a0-7b1e-7000-8000-0000000000e1");
        }
        return example;
    }

    private String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
