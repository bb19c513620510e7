package io.demarche.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The schemas of a document, as JSON Schema 2020-12 checks them; formats count. */
public final class Schemas {

    private static final String HOME = "https://demarche.invalid/openapi";

    private final JsonSchemaFactory factory;
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<JsonNode, JsonSchema> known = new IdentityHashMap<>();

    Schemas(JsonNode root) {
        String document = root.toString();
        this.factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(HOME, document))));
    }

    /**
     * What is wrong with a value.
     *
     * @param schema as it stands in the document, references and all
     * @return one sentence a fault; empty when it is valid
     */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return validator(schema).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private synchronized JsonSchema validator(JsonNode schema) {
        return known.computeIfAbsent(schema, node -> factory.getSchema(homed(node), config));
    }

    /** The same schema with references that also lead home from outside the document. */
    private static JsonNode homed(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        rewrite(copy);
        return copy;
    }

    private static void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            JsonNode reference = object.get("$ref");
            if (reference != null && reference.asText().startsWith("#")) {
                object.put("$ref", HOME + reference.asText());
            }
            object.forEach(Schemas::rewrite);
        } else if (node instanceof ArrayNode array) {
            array.forEach(Schemas::rewrite);
        }
    }
}
