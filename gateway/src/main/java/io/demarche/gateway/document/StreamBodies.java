package io.demarche.gateway.document;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Bodies of many lines or events are texts: a schema of one item would have generated clients read the whole as one. What
 * an item looks like stands in {@code contentSchema}.
 */
final class StreamBodies {

    private static final Set<String> STREAMS = Set.of("application/x-ndjson", "text/event-stream");

    private StreamBodies() {}

    static void describe(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(StreamBodies::describe);
    }

    private static void describe(Operation operation) {
        if (operation.getRequestBody() != null) {
            describe(operation.getRequestBody().getContent());
        }
        for (APIResponse answer : operation.getResponses().getAPIResponses().values()) {
            if (answer.getContent() != null) {
                describe(answer.getContent());
            }
        }
    }

    private static void describe(Content content) {
        content.getMediaTypes().forEach((type, body) -> {
            Schema item = body.getSchema();
            if (STREAMS.contains(type) && item != null && item.getRef() != null) {
                String name = item.getRef().substring(item.getRef().lastIndexOf('/') + 1);
                body.setSchema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .description("Each item is of the schema `" + name + "`.")
                        .contentMediaType(type)
                        .contentSchema(OASFactory.createSchema().ref(name)));
            }
        });
    }
}
