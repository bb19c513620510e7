package io.demarche.gateway.document;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers that mean the same wherever they stand. */
final class CommonHeaders {

    private static final String LOCATION = "Location";
    private static final String ETAG = "ETag";
    private static final String NOT_MODIFIED = "304";

    private CommonHeaders() {}

    static void declare(OpenAPI document) {
        document.getComponents()
                .addHeader(
                        "RateLimit",
                        text(
                                "What is left of the key's rate (`r`, requests) and in how many seconds it is whole again (`t`), as in "
                                        + "draft-ietf-httpapi-ratelimit-headers. Absent where no rate holds.",
                                "\"caller\";r=499;t=1"))
                .addHeader(
                        "RateLimit-Policy",
                        text(
                                "The key's rate: `q` requests in `w` seconds. Absent where no rate holds.",
                                "\"caller\";q=500;w=10"))
                .addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("Seconds after which to try again.")
                                .required(true)
                                .schema(OASFactory.createSchema()
                                        .addType(Schema.SchemaType.INTEGER)
                                        .minimum(java.math.BigDecimal.ZERO)
                                        .addExample(2)))
                .addHeader(
                        "WWW-Authenticate",
                        text("The scheme to authenticate with.", "Bearer").required(true));
        if (anyIsConditional(document)) {
            document.getComponents()
                    .addHeader(
                            ETAG, text("Strong entity tag of the body, for `If-None-Match`.", "\"5f4be2f1c0a7e937\""));
        }
    }

    static void add(Operation operation) {
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        boolean conditional = answers.containsKey(NOT_MODIFIED);
        answers.forEach((status, answer) -> {
            boolean good = status.startsWith("2") || status.equals(NOT_MODIFIED);
            if (good && answer.getRef() == null) {
                refer(answer, "RateLimit");
                refer(answer, "RateLimit-Policy");
                if (conditional && (status.equals("200") || status.equals(NOT_MODIFIED))) {
                    refer(answer, ETAG);
                }
                makeFirm(answer);
            }
        });
    }

    /** An answer that says where a thing is always says it. */
    private static void makeFirm(APIResponse answer) {
        Header location =
                answer.getHeaders() == null ? null : answer.getHeaders().get(LOCATION);
        if (location != null) {
            location.setRequired(true);
            location.getSchema().setFormat("uri-reference");
        }
    }

    private static boolean anyIsConditional(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .anyMatch(
                        operation -> operation.getResponses().getAPIResponses().containsKey(NOT_MODIFIED));
    }

    private static void refer(APIResponse answer, String header) {
        if (answer.getHeaders() == null || !answer.getHeaders().containsKey(header)) {
            answer.addHeader(header, OASFactory.createHeader().ref(header));
        }
    }

    private static Header text(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .addExample(example));
    }
}
