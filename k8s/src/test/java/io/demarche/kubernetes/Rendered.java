package io.demarche.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An overlay as {@code kubectl apply -k} would send it. */
final class Rendered {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final List<JsonNode> objects;

    private Rendered(List<JsonNode> objects) {
        this.objects = objects;
    }

    /** Renders a folder beneath this module; the test is skipped where there is no kubectl. */
    static Rendered of(String folder) {
        try {
            Process process = new ProcessBuilder(
                            "kubectl", "kustomize", Path.of(folder).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(folder + " cannot be rendered");
            }
            return new Rendered(parse(text));
        } catch (IOException notThere) {
            return Assumptions.abort("kubectl is not there: overlays are not checked");
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    static List<JsonNode> parse(String text) {
        List<JsonNode> objects = new ArrayList<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            documents.forEachRemaining(one -> {
                if (one.isObject()) {
                    objects.add(one);
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return objects;
    }

    List<JsonNode> objects() {
        return objects;
    }

    List<JsonNode> of(Predicate<String> kinds) {
        return objects.stream().filter(one -> kinds.test(kind(one))).toList();
    }

    List<JsonNode> kind(String kind) {
        return of(kind::equals);
    }

    /** What makes pods. */
    List<JsonNode> workloads() {
        return of(kind -> List.of("Deployment", "StatefulSet", "CronJob").contains(kind));
    }

    boolean has(String kind, String name) {
        return kind(kind).stream().anyMatch(one -> name(one).equals(name));
    }

    /** The keys of a secret, whoever makes it; none when there is no such secret. */
    List<String> secretKeys(String name) {
        Stream<String> plain = keys("Secret", name);
        Stream<String> external = kind("ExternalSecret").stream()
                .filter(one -> one.at("/spec/target/name").asText().equals(name))
                .flatMap(one -> elements(one.at("/spec/data")))
                .map(one -> one.path("secretKey").asText());
        return Stream.concat(plain, external).toList();
    }

    Stream<String> keys(String kind, String name) {
        return kind(kind).stream()
                .filter(one -> name(one).equals(name))
                .flatMap(one -> Stream.of("data", "stringData", "binaryData").map(one::path))
                .flatMap(one -> one.properties().stream())
                .map(java.util.Map.Entry::getKey);
    }

    static JsonNode pod(JsonNode workload) {
        return template(workload).path("spec");
    }

    static JsonNode podLabels(JsonNode workload) {
        return template(workload).at("/metadata/labels");
    }

    private static JsonNode template(JsonNode workload) {
        return workload.at(kind(workload).equals("CronJob") ? "/spec/jobTemplate/spec/template" : "/spec/template");
    }

    static Stream<JsonNode> containers(JsonNode pod) {
        return Stream.concat(elements(pod.path("initContainers")), elements(pod.path("containers")));
    }

    static String kind(JsonNode object) {
        return object.path("kind").asText();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String label(JsonNode object) {
        return kind(object) + " " + name(object);
    }

    static Stream<JsonNode> elements(JsonNode list) {
        List<JsonNode> found = new ArrayList<>();
        list.forEach(found::add);
        return found.stream();
    }

    /** Whether labels are what a selector's {@code matchLabels} asks for; an empty one asks for nothing. */
    static boolean selects(JsonNode matchLabels, JsonNode labels) {
        return matchLabels.properties().stream()
                .allMatch(one -> labels.path(one.getKey()).equals(one.getValue()));
    }
}
