package io.demarche.gateway.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Answers always carry all of their fields, null where there is nothing to say, so clients need not ask whether. */
final class AnswerSchemas {

    /** Those that leave fields out. */
    private static final Set<String> SPARSE = Set.of("Problem", "FieldError", "LineReceipt");

    private AnswerSchemas() {}

    static void complete(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> sent = new HashSet<>();
        Set<String> answered = new HashSet<>();
        for (Operation operation : document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .toList()) {
            if (operation.getRequestBody() != null) {
                reach(operation.getRequestBody().getContent(), schemas, sent);
            }
            operation
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(answer -> reach(answer.getContent(), schemas, answered));
        }
        answered.removeAll(sent);
        answered.removeAll(SPARSE);
        for (String name : answered) {
            Schema schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null) {
                schema.setRequired(List.copyOf(schema.getProperties().keySet()));
            }
        }
    }

    private static void reach(Content content, Map<String, Schema> schemas, Set<String> reached) {
        if (content == null) {
            return;
        }
        Deque<Schema> open = new ArrayDeque<>();
        content.getMediaTypes().values().stream()
                .filter(body -> body.getSchema() != null)
                .forEach(body -> open.add(body.getSchema()));
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            if (schema.getRef() != null) {
                String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
                if (reached.add(name) && schemas.containsKey(name)) {
                    open.add(schemas.get(name));
                }
            }
            open.addAll(parts(schema));
        }
    }

    private static List<Schema> parts(Schema schema) {
        List<Schema> parts = new ArrayList<>();
        if (schema.getProperties() != null) {
            parts.addAll(schema.getProperties().values());
        }
        for (List<Schema> choice : lists(schema)) {
            parts.addAll(choice);
        }
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        if (schema.getContentSchema() != null) {
            parts.add(schema.getContentSchema());
        }
        return parts;
    }

    private static List<List<Schema>> lists(Schema schema) {
        List<List<Schema>> lists = new ArrayList<>();
        lists.add(schema.getAnyOf() == null ? List.of() : schema.getAnyOf());
        lists.add(schema.getOneOf() == null ? List.of() : schema.getOneOf());
        lists.add(schema.getAllOf() == null ? List.of() : schema.getAllOf());
        return lists;
    }
}
