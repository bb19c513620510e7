package io.demarche.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An OpenAPI 3.1 document. */
public final class Document {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final int DEEPEST_REFERENCE = 20;

    private final JsonNode root;
    private final Schemas schemas;
    private final List<Operation> operations;

    private Document(JsonNode root) {
        this.root = root;
        this.schemas = new Schemas(root);
        this.operations = readOperations();
    }

    /** Reads a file of YAML or JSON. */
    public static Document read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads YAML or JSON. */
    public static Document parse(String text) {
        try {
            return new Document(new YAMLMapper().readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as a tree. */
    public JsonNode root() {
        return root;
    }

    /** Its schemas as validators. */
    public Schemas schemas() {
        return schemas;
    }

    /** Its operations, in the order of the document. */
    public List<Operation> operations() {
        return operations;
    }

    /** The operation of a method and a path as the document writes it. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(one ->
                        one.method().equalsIgnoreCase(method) && one.path().equals(path))
                .findFirst();
    }

    /** Named parts of one kind ({@code schemas}, {@code responses}), in the order of the document. */
    public Map<String, JsonNode> components(String kind) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        root.path("components").path(kind).properties().forEach(one -> named.put(one.getKey(), one.getValue()));
        return named;
    }

    /** What a node refers to, however often; itself when it is no reference; missing when it leads nowhere. */
    public JsonNode resolve(JsonNode node) {
        JsonNode at = node;
        for (int depth = 0; at.has("$ref") && depth < DEEPEST_REFERENCE; depth++) {
            String reference = at.path("$ref").asText();
            at = reference.startsWith("#") ? root.at(reference.substring(1)) : MissingNode.getInstance();
        }
        return at;
    }

    private List<Operation> readOperations() {
        List<Operation> found = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        found.add(new Operation(this, path.getKey(), method.getKey(), path.getValue()));
                    }
                }));
        return List.copyOf(found);
    }
}
