package io.demarche.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.demarche.contract.document.Document;
import io.demarche.contract.document.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a public document must say. General style is Spectral's to judge; this is what generated clients live on. */
public final class HouseRules {

    private static final String PROBLEM = "application/problem+json";
    private static final int FIRST_ERROR = 400;
    private static final List<String> ROLES = List.of("reader", "contributor", "admin");

    private final Document document;
    private final List<String> broken = new ArrayList<>();

    private HouseRules(Document document) {
        this.document = document;
    }

    /** One sentence for each place that breaks a rule, with where it is; empty when all is well. */
    public static List<String> broken(Document document) {
        HouseRules rules = new HouseRules(document);
        rules.checkOperations();
        rules.checkComponents();
        return List.copyOf(rules.broken);
    }

    private void checkOperations() {
        Set<String> tags = new HashSet<>();
        for (JsonNode tag : document.root().path("tags")) {
            tags.add(tag.path("name").asText());
            demand(!tag.path("description").asText().isBlank(), "tag " + tag.path("name"), "has no description");
        }
        Set<String> ids = new HashSet<>();
        for (Operation operation : document.operations()) {
            String at = operation.toString();
            demand(operation.id().matches("[a-z][A-Za-z]+"), at, "has no operationId in camel case");
            demand(ids.add(operation.id()), at, "has the operationId of another");
            JsonNode node = operation.node();
            demand(node.path("tags").size() == 1, at, "has not exactly one tag");
            node.path("tags").forEach(tag -> demand(tags.contains(tag.asText()), at, "has an undeclared tag " + tag));
            demand(!node.path("summary").asText().isBlank(), at, "has no summary");
            demand(!node.path("description").asText().isBlank(), at, "has no description");
            demand(ROLES.contains(node.path("x-required-role").asText()), at, "names no role");
            checkParameters(operation);
            checkRequest(operation);
            operation.responses().forEach((status, answer) -> checkAnswer(at + " " + status, status, answer));
        }
    }

    private void checkParameters(Operation operation) {
        for (JsonNode parameter : operation.parameters()) {
            String at = operation + " " + parameter.path("name").asText();
            demand(!parameter.path("description").asText().isBlank(), at, "has no description");
            JsonNode example = parameter.get("example");
            if (example != null) {
                checkValid(at + " example", parameter.path("schema"), example);
            }
        }
        Map<String, JsonNode> query = operation.parameters("query");
        if (query.containsKey("limit")) {
            JsonNode limit = document.resolve(query.get("limit").path("schema"));
            // A stream of all that fits has no page that would have to be bounded.
            boolean streams = operation
                    .response(200)
                    .filter(answer -> document.resolve(answer).path("content").has("application/x-ndjson"))
                    .isPresent();
            demand(
                    streams || limit.has("maximum") && limit.has("default"),
                    operation + " limit",
                    "has no maximum or default");
            JsonNode page = operation
                    .response(200)
                    .map(answer -> document.resolve(answer.at("/content/application~1json/schema")))
                    .orElseGet(document::root);
            demand(query.containsKey("cursor"), operation.toString(), "takes a limit and no cursor");
            demand(
                    page.path("properties").has("items")
                            && page.path("properties").has("next"),
                    operation.toString(),
                    "takes a limit and answers with no page of items and next");
        }
    }

    private void checkRequest(Operation operation) {
        operation
                .requestContent()
                .forEach((type, body) -> checkBody(operation + " request " + type, body, body.path("examples")));
    }

    private void checkAnswer(String at, String status, JsonNode answer) {
        demand(!answer.isMissingNode(), at, "refers to nothing");
        demand(!answer.path("description").asText().isBlank(), at, "has no description");
        Map<String, JsonNode> content = Operation.content(answer);
        boolean error = !status.matches("\\d+") || Integer.parseInt(status) >= FIRST_ERROR;
        if (error) {
            demand(content.keySet().equals(Set.of(PROBLEM)), at, "is an error and not a problem alone");
            content.values()
                    .forEach(body -> demand(
                            body.at("/schema/$ref").asText().endsWith("/Problem"),
                            at,
                            "is an error of another schema than Problem"));
        }
        content.forEach((type, body) -> checkBody(at + " " + type, body, body.path("examples")));
        answer.path("headers").properties().forEach(header -> {
            JsonNode resolved = document.resolve(header.getValue());
            demand(!resolved.path("description").asText().isBlank(), at + " " + header.getKey(), "has no description");
        });
    }

    private void checkBody(String at, JsonNode body, JsonNode examples) {
        JsonNode schema = body.path("schema");
        boolean named = schema.has("$ref") || !schema.path("type").asText().equals("object");
        demand(named, at, "has a schema without a name");
        demand(!examples.isEmpty(), at, "has no example");
        examples.properties().forEach(example -> {
            JsonNode resolved = document.resolve(example.getValue());
            demand(!resolved.path("summary").asText().isBlank(), at + " " + example.getKey(), "has no summary");
            checkValid(at + " " + example.getKey(), schema, resolved.path("value"));
        });
    }

    private void checkComponents() {
        document.components("schemas").forEach((name, schema) -> {
            demand(!schema.path("description").asText().isBlank(), name, "has no description");
            schema.path("examples").forEach(example -> checkValid(name + " example", schema, example));
            schema.path("required")
                    .forEach(field -> demand(
                            schema.path("properties").has(field.asText()),
                            name,
                            "demands " + field + " and has it not"));
            schema.path("properties").properties().forEach(property -> {
                String at = name + "." + property.getKey();
                JsonNode node = property.getValue();
                demand(!words(node).isBlank(), at, "has no description");
                demand(
                        !node.path("type").asText().equals("object") || !node.has("properties"),
                        at,
                        "has a schema without a name");
                node.path("examples").forEach(example -> checkValid(at + " example", node, example));
            });
        });
    }

    private String words(JsonNode schema) {
        String own = schema.path("description").asText();
        return own.isBlank() ? document.resolve(schema).path("description").asText() : own;
    }

    private void checkValid(String at, JsonNode schema, JsonNode value) {
        for (String fault : document.schemas().faults(schema, value)) {
            broken.add(at + " is not valid: " + fault);
        }
    }

    private void demand(boolean kept, String at, String otherwise) {
        if (!kept) {
            broken.add(at + " " + otherwise);
        }
    }
}
