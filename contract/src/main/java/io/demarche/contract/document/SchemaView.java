package io.demarche.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One schema with references followed and null taken apart: {@code anyOf: [X, null]}, {@code type: [x, null]} and a bare
 * reference look alike.
 */
public final class SchemaView {

    private static final String NULL = "null";

    private final Document document;
    private final JsonNode node;
    private final boolean nullable;

    /** The view of a schema as it stands in a document. */
    public SchemaView(Document document, JsonNode schema) {
        this.document = document;
        JsonNode resolved = document.resolve(schema);
        boolean mayBeNull = false;
        JsonNode only = resolved;
        for (JsonNode choice : resolved.path("anyOf")) {
            if (choice.path("type").asText().equals(NULL)) {
                mayBeNull = true;
            } else {
                only = document.resolve(choice);
            }
        }
        for (JsonNode type : resolved.path("type")) {
            mayBeNull |= type.asText().equals(NULL);
        }
        this.node = only;
        this.nullable = mayBeNull;
    }

    /** The schema itself, without references and null. */
    public JsonNode node() {
        return node;
    }

    /** Whether null is one of its values. */
    public boolean nullable() {
        return nullable;
    }

    /** Its types but null; empty when it may be anything. */
    public Set<String> types() {
        Set<String> types = new TreeSet<>();
        JsonNode type = node.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(one -> types.add(one.asText()));
        types.remove(NULL);
        return types;
    }

    /** Its format; empty without one. */
    public String format() {
        return node.path("format").asText();
    }

    /** Its values when they are counted up, but null; empty when they are not. */
    public Set<String> values() {
        Set<String> values = new TreeSet<>();
        node.path("enum").forEach(one -> {
            if (!one.isNull()) {
                values.add(one.asText());
            }
        });
        return values;
    }

    /** The fields of an object. */
    public Map<String, SchemaView> properties() {
        Map<String, SchemaView> properties = new TreeMap<>();
        node.path("properties")
                .properties()
                .forEach(one -> properties.put(one.getKey(), new SchemaView(document, one.getValue())));
        return properties;
    }

    /** The fields that are always there. */
    public Set<String> required() {
        Set<String> required = new TreeSet<>();
        node.path("required").forEach(one -> required.add(one.asText()));
        return required;
    }

    /** Schema of an array's items, or of what a text holds. */
    public SchemaView inner() {
        return new SchemaView(document, node.has("items") ? node.path("items") : node.path("contentSchema"));
    }

    /** Whether it holds others: an array, or a text of several. */
    public boolean hasInner() {
        return node.has("items") || node.has("contentSchema");
    }
}
