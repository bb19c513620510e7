package io.demarche.gateway;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says in the OpenAPI document what the parts of a problem mean; the platform's record carries no such words. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocumentFilter implements OASFilter {

    private static final Map<String, String> PROBLEM = Map.of(
            "type", "What kind of problem it is; stable, for programs.",
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

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        describe(schemas.get("Problem"), "An RFC 9457 problem.", PROBLEM, List.of("type", "title", "status"));
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
