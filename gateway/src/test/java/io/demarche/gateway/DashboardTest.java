package io.demarche.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Dashboard and alerts ask for metrics that there are: each service's test sees to it that its list is true. The list of
 * what Kubernetes' own exporters have is kept by hand.
 */
class DashboardTest {

    private static final Path FOLDER = Path.of("../k8s/observability");

    /** What is no name of a metric: label matchers, groupings, durations, functions, words and numbers. */
    private static final Pattern NO_NAMES =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring)\\s*\\([^)]*\\)"
                    + "|\\b[a-z_]+(?=\\s*\\()|\\b(and|or|unless|bool|sum|max|min|avg|count)\\b");

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    /** What Prometheus itself says of a service. */
    private static final String UP = "up";

    private final Set<String> known = known();
    private final JsonNode dashboard = read(new ObjectMapper(), "grafana-dashboard.json");
    private final List<JsonNode> alerts = Stream.of("alerts.yaml", "kubernetes-alerts.yaml")
            .map(file -> read(new ObjectMapper(new YAMLFactory()), file))
            .toList();

    private static JsonNode read(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Set<String> known() {
        Set<String> names = new HashSet<>();
        try (Stream<Path> lists = Files.list(FOLDER.resolve("metrics"))) {
            for (Path list : lists.toList()) {
                names.addAll(Files.readAllLines(list));
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return names;
    }

    private static List<String> names(String expression) {
        return NAME.matcher(NO_NAMES.matcher(expression).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private List<String> unknown(String expression) {
        List<String> names = names(expression);
        assertThat(names).as(expression).isNotEmpty();
        return names.stream()
                .filter(name -> !name.equals(UP))
                .filter(name ->
                        !known.contains(name) && !known.contains(name.replaceAll("_(total|bucket|count|sum)$", "")))
                .toList();
    }

    @Test
    void namesAreFoundInExpressions() {
        assertThat(
                        names(
                                "sum by (job) (rate(a_total{x=~\"b|c\"}[5m])) / max(d_bytes) > 0.5 and deriv(max(e)[30m:1m]) > 0"))
                .containsExactly("a_total", "d_bytes", "e");
        assertThat(unknown("rate(demarche_made_up_total[5m])")).containsExactly("demarche_made_up_total");
    }

    @Test
    void alertsAskForWhatThereIs() {
        assertThat(alerts)
                .allSatisfy(file -> assertThat(file.path("kind").asText()).isEqualTo("PrometheusRule"));
        Set<String> seen = new HashSet<>();
        assertThat(rules()).hasSizeGreaterThan(15).allSatisfy(rule -> {
            assertThat(unknown(rule.path("expr").asText())).as(rule.toString()).isEmpty();
            assertThat(seen.add(rule.path("alert").asText())).isTrue();
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
        });
    }

    @Test
    void alertsAreExplainedAndNoOthers() throws IOException {
        List<String> explained = Pattern.compile("(?m)^\\| `(Demarche[A-Za-z]+)` \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$")
                .matcher(Files.readString(Path.of("../docs/operations.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(rules().stream()
                        .map(rule -> rule.path("alert").asText())
                        .toList());
    }

    private List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        alerts.forEach(file -> file.at("/spec/groups/0/rules").forEach(rules::add));
        return rules;
    }

    @Test
    void panelsAskForWhatThereIs() {
        List<JsonNode> targets = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt())
                    .isLessThanOrEqualTo(24);
            panel.path("targets").forEach(targets::add);
        }
        assertThat(targets).hasSizeGreaterThan(20).allSatisfy(target -> assertThat(
                        unknown(target.path("expr").asText()))
                .as(target.toString())
                .isEmpty());
    }
}
