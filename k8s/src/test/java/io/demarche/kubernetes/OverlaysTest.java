package io.demarche.kubernetes;

import static io.demarche.kubernetes.Rendered.containers;
import static io.demarche.kubernetes.Rendered.elements;
import static io.demarche.kubernetes.Rendered.label;
import static io.demarche.kubernetes.Rendered.name;
import static io.demarche.kubernetes.Rendered.pod;
import static io.demarche.kubernetes.Rendered.podLabels;
import static io.demarche.kubernetes.Rendered.selects;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every overlay fits Kubernetes' types and itself: what is named in it is in it. */
class OverlaysTest {

    private static final String LOCAL = "overlays/local";
    private static final String PRODUCTION = "overlays/production";
    private static final String ALTERNATIVES = "src/test/overlays/alternatives";

    @ParameterizedTest
    @ValueSource(strings = {LOCAL, PRODUCTION, ALTERNATIVES})
    void everyFieldIsOneOfKubernetes(String folder) {
        assertThat(Rendered.of(folder).objects()).hasSizeGreaterThan(8).allSatisfy(one -> assertThat(Strict.faults(one))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {LOCAL, PRODUCTION, ALTERNATIVES})
    void selectorsFindPods(String folder) {
        Rendered rendered = Rendered.of(folder);
        List<JsonNode> workloads = rendered.workloads();
        for (JsonNode workload : workloads) {
            assertThat(selects(workload.at("/spec/selector/matchLabels"), podLabels(workload)))
                    .as(label(workload))
                    .isTrue();
        }
        for (JsonNode service : rendered.kind("Service")) {
            assertThat(selected(rendered, service.at("/spec/selector")))
                    .as(label(service))
                    .hasSize(1);
        }
        for (JsonNode budget : rendered.kind("PodDisruptionBudget")) {
            assertThat(selected(rendered, budget.at("/spec/selector/matchLabels")))
                    .as(label(budget))
                    .hasSize(1);
        }
        for (JsonNode policy : rendered.kind("NetworkPolicy")) {
            JsonNode own = policy.at("/spec/podSelector/matchLabels");
            if (!own.has("cnpg.io/cluster")) {
                assertThat(selected(rendered, own)).as(label(policy)).isNotEmpty();
            }
        }
        for (JsonNode monitor : rendered.kind("ServiceMonitor")) {
            assertThat(rendered.kind("Service"))
                    .as(label(monitor))
                    .filteredOn(one -> selects(monitor.at("/spec/selector/matchLabels"), one.at("/metadata/labels")))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LOCAL, PRODUCTION, ALTERNATIVES})
    void portsAreThere(String folder) {
        Rendered rendered = Rendered.of(folder);
        for (JsonNode service : rendered.kind("Service")) {
            JsonNode workload = selected(rendered, service.at("/spec/selector")).get(0);
            elements(service.at("/spec/ports")).forEach(port -> assertThat(ports(workload))
                    .as(label(service))
                    .contains(port.path("targetPort").asText()));
        }
        for (JsonNode workload : rendered.workloads()) {
            containers(pod(workload))
                    .flatMap(container -> Stream.of("livenessProbe", "readinessProbe", "startupProbe")
                            .map(container::path))
                    .map(probe -> probe.at("/httpGet/port"))
                    .filter(port -> !port.isMissingNode())
                    .forEach(port ->
                            assertThat(ports(workload)).as(label(workload)).contains(port.asText()));
        }
        for (JsonNode ingress : rendered.kind("Ingress")) {
            elements(ingress.at("/spec/rules"))
                    .flatMap(rule -> elements(rule.at("/http/paths")))
                    .map(path -> path.at("/backend/service"))
                    .forEach(backend -> assertThat(rendered.kind("Service"))
                            .as(label(ingress))
                            .anyMatch(service -> name(service)
                                            .equals(backend.path("name").asText())
                                    && elements(service.at("/spec/ports"))
                                            .anyMatch(port -> port.path("name").equals(backend.at("/port/name")))));
        }
        for (JsonNode policy : rendered.kind("NetworkPolicy")) {
            for (JsonNode workload : selected(rendered, policy.at("/spec/podSelector/matchLabels"))) {
                elements(policy.at("/spec/ingress"))
                        .flatMap(rule -> elements(rule.path("ports")))
                        .forEach(port -> assertThat(ports(workload))
                                .as(label(policy))
                                .contains(port.path("port").asText()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LOCAL, PRODUCTION, ALTERNATIVES})
    void whatIsReferredToIsThere(String folder) {
        Rendered rendered = Rendered.of(folder);
        for (JsonNode workload : rendered.workloads()) {
            JsonNode pod = pod(workload);
            containers(pod).flatMap(one -> elements(one.path("env"))).forEach(variable -> {
                JsonNode secret = variable.at("/valueFrom/secretKeyRef");
                JsonNode config = variable.at("/valueFrom/configMapKeyRef");
                if (!secret.isMissingNode()) {
                    assertThat(rendered.secretKeys(secret.path("name").asText()))
                            .as("%s: %s", label(workload), variable)
                            .contains(secret.path("key").asText());
                }
                if (!config.isMissingNode()) {
                    assertThat(rendered.keys("ConfigMap", config.path("name").asText()))
                            .as("%s: %s", label(workload), variable)
                            .contains(config.path("key").asText());
                }
            });
            elements(pod.path("volumes")).forEach(volume -> {
                if (volume.has("secret")) {
                    assertThat(rendered.secretKeys(
                                    volume.at("/secret/secretName").asText()))
                            .as("%s: %s", label(workload), volume)
                            .isNotEmpty();
                }
                if (volume.has("configMap")) {
                    assertThat(rendered.has(
                                    "ConfigMap", volume.at("/configMap/name").asText()))
                            .as("%s: %s", label(workload), volume)
                            .isTrue();
                }
                if (volume.has("persistentVolumeClaim")) {
                    assertThat(rendered.has(
                                    "PersistentVolumeClaim",
                                    volume.at("/persistentVolumeClaim/claimName")
                                            .asText()))
                            .as("%s: %s", label(workload), volume)
                            .isTrue();
                }
            });
            containers(pod)
                    .flatMap(one -> elements(one.path("volumeMounts")))
                    .map(mount -> mount.path("name").asText())
                    .forEach(name -> assertThat(Stream.concat(
                                    elements(pod.path("volumes"))
                                            .map(one -> one.path("name").asText()),
                                    elements(workload.at("/spec/volumeClaimTemplates"))
                                            .map(Rendered::name)))
                            .as(label(workload))
                            .contains(name));
            String account = pod.path("serviceAccountName").asText();
            assertThat(account.isEmpty() || rendered.has("ServiceAccount", account))
                    .as(label(workload))
                    .isTrue();
        }
        rendered.of(kind -> kind.equals("TriggerAuthentication"))
                .forEach(one -> elements(one.at("/spec/secretTargetRef")).forEach(ref -> assertThat(
                                rendered.secretKeys(ref.path("name").asText()))
                        .as(label(one))
                        .contains(ref.path("key").asText())));
    }

    @ParameterizedTest
    @ValueSource(strings = {LOCAL, PRODUCTION, ALTERNATIVES})
    void eachDeploymentHasOneWhoSaysHowManyPods(String folder) {
        Rendered rendered = Rendered.of(folder);
        boolean scales = !rendered.kind("HorizontalPodAutoscaler").isEmpty();
        for (JsonNode deployment : rendered.kind("Deployment")) {
            assertThat(deployment.at("/spec/replicas").isMissingNode())
                    .as(label(deployment))
                    .isTrue();
            long scalers =
                    rendered.of(kind -> kind.equals("HorizontalPodAutoscaler") || kind.equals("ScaledObject")).stream()
                            .filter(one ->
                                    one.at("/spec/scaleTargetRef/name").asText().equals(name(deployment)))
                            .count();
            assertThat(scalers).as(label(deployment)).isEqualTo(scales ? 1 : 0);
        }
    }

    private static List<JsonNode> selected(Rendered rendered, JsonNode matchLabels) {
        return rendered.workloads().stream()
                .filter(one -> selects(matchLabels, podLabels(one)))
                .toList();
    }

    private static List<String> ports(JsonNode workload) {
        return containers(pod(workload))
                .flatMap(one -> elements(one.path("ports")))
                .flatMap(port -> Stream.of(
                        port.path("name").asText(), port.path("containerPort").asText()))
                .toList();
    }
}
