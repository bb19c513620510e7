package io.demarche.gateway.document;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Words for parameters that mean the same everywhere, or what their values mean. */
final class ParameterWords {

    private static final Map<String, String> SAME = Map.of(
            "id", "Its id.",
            "limit", "How many items on a page.",
            "cursor",
                    "Where to go on: `next` of the page before, with the same filters. Leave it out for the first page.");

    private ParameterWords() {}

    static void complete(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .forEach(parameter -> {
                    complete(parameter, schemas);
                    listExample(parameter);
                });
    }

    /** An annotation can only hold a text. */
    private static void listExample(Parameter parameter) {
        boolean takesList =
                parameter.getSchema() != null && parameter.getSchema().getItems() != null;
        if (takesList && parameter.getExample() instanceof String one) {
            parameter.setExample(List.of(one));
        }
    }

    private static void complete(Parameter parameter, Map<String, Schema> schemas) {
        if (SAME.containsKey(parameter.getName())) {
            parameter.setDescription(SAME.get(parameter.getName()));
        } else if (parameter.getDescription() == null) {
            String words = meaning(parameter.getSchema(), schemas);
            if (words != null) {
                parameter.setDescription(words);
            }
        }
    }

    private static @Nullable String meaning(Schema schema, Map<String, Schema> schemas) {
        if (schema == null) {
            return null;
        }
        Schema one = schema.getItems() == null ? schema : schema.getItems();
        if (one.getRef() == null) {
            return null;
        }
        String name = one.getRef().substring(one.getRef().lastIndexOf('/') + 1);
        return schemas.containsKey(name) ? schemas.get(name).getDescription() : null;
    }
}
