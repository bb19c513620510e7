package io.demarche.gateway.document;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What the parts of a problem mean; the platform's record carries no such words. */
final class ProblemWords {

    private static final Map<String, String> PROBLEM = Map.of(
            "type", "What kind of problem it is, as a relative URI; stable, for programs.",
            "title", "The kind in words.",
            "status", "The HTTP status.",
            "detail", "What happened this time.",
            "instance", "Path of the request.",
            "errors", "What is wrong with which part of the request.",
            "errorId", "With a status of 500 or more: under which id the log has the cause.",
            "traceId", "Id of the trace that the request belongs to, as in the `X-Trace-Id` header.");

    private static final Map<String, String> FIELD_ERROR = Map.of(
            "field",
                    "Path of a field of the body, such as `mentions[2].end`, or name of a parameter; `body` for the whole.",
            "reason", "What is wrong with it.");

    private ProblemWords() {}

    static void describe(Map<String, Schema> schemas) {
        Schema problem = schemas.get("Problem");
        describe(problem, "An RFC 9457 problem.", PROBLEM, List.of("type", "title", "status"));
        problem.getProperties().get("type").setFormat("uri-reference");
        describe(
                schemas.get("FieldError"),
                "What is wrong with one part of a request.",
                FIELD_ERROR,
                List.of("field", "reason"));
    }

    private static void describe(
            Schema schema, String description, Map<String, String> properties, List<String> required) {
        schema.setDescription(description);
        schema.setRequired(required);
        properties.forEach((name, words) -> schema.getProperties().get(name).setDescription(words));
    }
}
