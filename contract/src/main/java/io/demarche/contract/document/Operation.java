package io.demarche.contract.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One method of one path. */
public final class Operation {

    private final Document document;
    private final String path;
    private final String method;
    private final JsonNode item;

    Operation(Document document, String path, String method, JsonNode item) {
        this.document = document;
        this.path = path;
        this.method = method.toUpperCase(Locale.ROOT);
        this.item = item;
    }

    /** The path with its parameters in braces. */
    public String path() {
        return path;
    }

    /** The method in upper case. */
    public String method() {
        return method;
    }

    /** The operation as it stands in the document. */
    public JsonNode node() {
        return item.path(method.toLowerCase(Locale.ROOT));
    }

    /** Its id; empty when it has none. */
    public String id() {
        return node().path("operationId").asText();
    }

    /** Its parameters and those of its path, references followed. */
    public List<JsonNode> parameters() {
        List<JsonNode> all = new ArrayList<>();
        item.path("parameters").forEach(one -> all.add(document.resolve(one)));
        node().path("parameters").forEach(one -> all.add(document.resolve(one)));
        return all;
    }

    /** Its parameters in one place: {@code query}, {@code path} or {@code header}, by name. */
    public Map<String, JsonNode> parameters(String in) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        for (JsonNode parameter : parameters()) {
            if (parameter.path("in").asText().equals(in)) {
                named.put(parameter.path("name").asText(), parameter);
            }
        }
        return named;
    }

    /** The schemas of its request's body, by media type. */
    public Map<String, JsonNode> requestContent() {
        return content(document.resolve(node().path("requestBody")));
    }

    /** Its answers by status, references followed. */
    public Map<String, JsonNode> responses() {
        Map<String, JsonNode> byStatus = new LinkedHashMap<>();
        node().path("responses")
                .properties()
                .forEach(one -> byStatus.put(one.getKey(), document.resolve(one.getValue())));
        return byStatus;
    }

    /** The answer of a status, if the document names it. */
    public Optional<JsonNode> response(int status) {
        return Optional.ofNullable(responses().get(Integer.toString(status)));
    }

    /** What a request's or an answer's body may be, by media type. */
    public static Map<String, JsonNode> content(JsonNode holder) {
        Map<String, JsonNode> byType = new LinkedHashMap<>();
        holder.path("content").properties().forEach(one -> byType.put(one.getKey(), one.getValue()));
        return byType;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
