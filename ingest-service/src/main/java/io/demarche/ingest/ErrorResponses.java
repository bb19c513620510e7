package io.demarche.ingest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to each operation of the interface description the problems that it can end in. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ErrorResponses implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String FIELD_ERROR = "FieldError";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(FIELD_ERROR, fieldError());
        document.getComponents().addSchema(PROBLEM, problem());
        for (Map.Entry<String, PathItem> path :
                document.getPaths().getPathItems().entrySet()) {
            for (Map.Entry<PathItem.HttpMethod, Operation> operation :
                    path.getValue().getOperations().entrySet()) {
                add(path.getKey(), operation.getKey(), operation.getValue());
            }
        }
    }

    private static void add(String path, PathItem.HttpMethod method, Operation operation) {
        Map<String, String> problems = new TreeMap<>();
        problems.put("400", "The request is wrong; errors says where");
        problems.put("401", "The service token is missing or wrong");
        problems.put("500", "A fault on this side; errorId names it in the log");
        problems.put("503", "Not at the moment; Retry-After says when");
        if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT) {
            problems.put("413", "A field or the body is longer than its limit");
            problems.put("415", "The body is of another media type");
        }
        boolean post = method == PathItem.HttpMethod.POST;
        if (post && (path.equals("/articles") || path.equals("/extractions") || path.equals("/feeds"))) {
            problems.put("502", "The page behind url can't be fetched");
            problems.put("504", "The page behind url takes too long");
        }
        if (path.contains("{")) {
            problems.put("404", "There is no such thing");
        }
        problems.forEach(
                (status, description) -> operation.getResponses().addAPIResponse(status, response(description)));
    }

    private static APIResponse response(String description) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
        return OASFactory.createAPIResponse().description(description).content(content);
    }

    private static Schema fieldError() {
        return type(Schema.SchemaType.OBJECT)
                .description("What is wrong in one place of a request")
                .required(List.of("field", "reason"))
                .addProperty("field", type(Schema.SchemaType.STRING).description("Field of the body or parameter"))
                .addProperty("reason", type(Schema.SchemaType.STRING));
    }

    private static Schema problem() {
        return type(Schema.SchemaType.OBJECT)
                .description("An RFC 9457 problem")
                .required(List.of("type", "title", "status"))
                .addProperty("type", type(Schema.SchemaType.STRING).format("uri-reference"))
                .addProperty("title", type(Schema.SchemaType.STRING))
                .addProperty("status", type(Schema.SchemaType.INTEGER).format("int32"))
                .addProperty("detail", type(Schema.SchemaType.STRING))
                .addProperty("instance", type(Schema.SchemaType.STRING))
                .addProperty(
                        "errors",
                        type(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref(FIELD_ERROR)))
                .addProperty(
                        "errorId", type(Schema.SchemaType.STRING).description("Only for statuses of 500 and more"));
    }

    private static Schema type(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
