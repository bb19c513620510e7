package io.demarche.contract.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.demarche.contract.document.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values that a schema allows, or nearly always. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> SENTENCES = List.of(
            "Moscow welcomed the plan, but Kyiv rejected it.",
            "The Kremlin said it was ready for talks if sanctions were lifted.",
            "Peskov told Reuters that Russia would not accept an ultimatum.",
            "Beijing urged both sides to show restraint.",
            "“We will never agree,” she said.",
            "Der Rat vertagte die Sitzung.",
            "𝕋he minister 😀 condemned the blockade.");
    private static final int MANY = 3;
    private static final double OPTIONAL = 0.3;

    private final Document document;
    private final Random random;
    private final Map<String, List<String>> known;

    /**
     * Made from a document.
     *
     * @param known values by the name of their field or parameter, such as ids that are there and addresses that answer
     */
    Values(Document document, Random random, Map<String, List<String>> known) {
        this.document = document;
        this.random = random;
        this.known = known;
    }

    JsonNode of(String name, JsonNode schema) {
        List<String> values = known.get(name);
        if (values != null && !values.isEmpty()) {
            return JSON.textNode(Odd.pick(random, values));
        }
        JsonNode resolved = document.resolve(schema);
        if (resolved.has("anyOf")) {
            JsonNode choices = resolved.path("anyOf");
            return of(name, choices.get(random.nextInt(choices.size())));
        }
        if (resolved.has("enum")) {
            JsonNode choices = resolved.path("enum");
            return choices.get(random.nextInt(choices.size()));
        }
        if (resolved.path("examples").size() > 0 && random.nextInt(4) == 0) {
            return resolved.path("examples").get(0);
        }
        return ofType(name, type(resolved), resolved);
    }

    private String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.get(random.nextInt(type.size())).asText() : type.asText();
    }

    private JsonNode ofType(String name, String type, JsonNode schema) {
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "integer" -> JSON.numberNode(within(schema, 0, 40));
            case "number" ->
                JSON.numberNode(schema.path("minimum").asDouble(0) + Math.round(random.nextDouble() * 100) / 100.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> text(schema);
        };
    }

    private long within(JsonNode schema, long low, long high) {
        long from = schema.path("minimum").asLong(low);
        long to = Math.min(schema.path("maximum").asLong(high), Math.max(from, high));
        return from + (long) (random.nextDouble() * (to - from + 1));
    }

    private JsonNode text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> JSON.textNode(new java.util.UUID(random.nextLong(), random.nextLong()).toString());
            case "date-time" ->
                JSON.textNode(Instant.ofEpochSecond((long) (random.nextDouble() * 2e9))
                        .toString());
            default -> {
                StringBuilder text = new StringBuilder(Odd.pick(random, SENTENCES));
                while (random.nextInt(3) == 0) {
                    text.append(random.nextBoolean() ? "\n\n" : " ").append(Odd.pick(random, SENTENCES));
                }
                int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
                // By characters, so that no surrogate pair is cut.
                yield JSON.textNode(text.length() <= longest ? text.toString() : "en");
            }
        };
    }

    private JsonNode array(String name, JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (int i = random.nextInt(MANY + 1); i > 0; i--) {
            array.add(of(name, schema.path("items")));
        }
        return array;
    }

    private JsonNode object(JsonNode schema) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(one -> required.add(one.asText()));
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextDouble() < OPTIONAL) {
                object.set(property.getKey(), of(property.getKey(), property.getValue()));
            }
        });
        return object;
    }
}
