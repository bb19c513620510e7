package io.demarche.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The services' manifests, in an order that never changes: their builds write labels and objects in whatever order hash
 * tables have them, and what is committed must differ only where its meaning does.
 */
final class Manifests {

    static final List<String> SERVICES = List.of("gateway", "ingest-service", "analysis-service");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private Manifests() {}

    /**
     * Takes over what the builds have written.
     *
     * @param arguments the project's folder, and the folder that holds one folder a service
     */
    public static void main(String[] arguments) throws IOException {
        for (String service : SERVICES) {
            Path folder = Files.createDirectories(Path.of(arguments[1], service));
            Files.writeString(folder.resolve("kubernetes.yml"), built(Path.of(arguments[0]), service));
        }
    }

    /** What a service's build has written, in order. */
    static String built(Path project, String service) throws IOException {
        return ordered(Files.readString(
                project.resolve(service).resolve("target").resolve("kubernetes").resolve("kubernetes.yml")));
    }

    static String ordered(String manifests) throws IOException {
        List<JsonNode> objects = Rendered.parse(manifests).stream()
                .sorted(Comparator.comparing(Rendered::label))
                .toList();
        StringBuilder text = new StringBuilder();
        for (JsonNode object : objects) {
            text.append(YAML.writeValueAsString(ordered(object)));
        }
        return text.toString();
    }

    private static JsonNode ordered(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode sorted = object.objectNode();
            object.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(one -> sorted.set(one.getKey(), ordered(one.getValue())));
            return sorted;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode sorted = list.arrayNode();
            // What has names is told apart by them, and Kubernetes makes nothing of their order.
            Rendered.elements(list)
                    .sorted(Comparator.comparing(one -> one.path("name").asText()))
                    .forEach(one -> sorted.add(ordered(one)));
            return sorted;
        }
        return node;
    }
}
