package io.demarche.kubernetes;

import static io.demarche.kubernetes.Rendered.containers;
import static io.demarche.kubernetes.Rendered.elements;
import static io.demarche.kubernetes.Rendered.label;
import static io.demarche.kubernetes.Rendered.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All pods keep to the restricted Pod Security Standard, rule by rule
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/), and write nowhere but into their volumes.
 */
class RestrictedTest {

    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    @ParameterizedTest
    @ValueSource(strings = {"overlays/local", "overlays/production", "src/test/overlays/alternatives"})
    void podsAreRestricted(String folder) {
        List<JsonNode> workloads = Rendered.of(folder).workloads();
        assertThat(workloads).hasSizeGreaterThanOrEqualTo(3);
        for (JsonNode workload : workloads) {
            JsonNode pod = pod(workload);
            for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
                assertThat(pod.path(shared).asBoolean())
                        .as("%s: %s", label(workload), shared)
                        .isFalse();
            }
            elements(pod.path("volumes"))
                    .flatMap(volume -> volume.properties().stream())
                    .map(java.util.Map.Entry::getKey)
                    .filter(key -> !key.equals("name"))
                    .forEach(type -> assertThat(VOLUMES).as(label(workload)).contains(type));
            JsonNode own = pod.path("securityContext");
            assertThat(own.path("runAsNonRoot").asBoolean()).as(label(workload)).isTrue();
            assertThat(own.path("runAsUser").asInt()).as(label(workload)).isPositive();
            assertThat(own.at("/seccompProfile/type").asText())
                    .as(label(workload))
                    .isEqualTo("RuntimeDefault");
            assertThat(own.has("sysctls") || own.has("seLinuxOptions") || own.has("appArmorProfile"))
                    .as(label(workload))
                    .isFalse();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                    .as(label(workload))
                    .isFalse();
            containers(pod).forEach(container -> contained(label(workload), container));
        }
    }

    private static void contained(String where, JsonNode container) {
        JsonNode context = container.path("securityContext");
        assertThat(context.path("privileged").asBoolean()).as(where).isFalse();
        assertThat(context.path("allowPrivilegeEscalation").asBoolean(true))
                .as(where)
                .isFalse();
        assertThat(context.path("readOnlyRootFilesystem").asBoolean()).as(where).isTrue();
        assertThat(elements(context.at("/capabilities/drop")).map(JsonNode::asText))
                .as(where)
                .contains("ALL");
        assertThat(context.at("/capabilities").has("add")).as(where).isFalse();
        assertThat(context.path("runAsNonRoot").asBoolean(true)).as(where).isTrue();
        assertThat(context.path("runAsUser").asInt(1)).as(where).isPositive();
        assertThat(context.has("procMount")).as(where).isFalse();
        elements(container.path("ports"))
                .forEach(port -> assertThat(port.has("hostPort")).as(where).isFalse());
        assertThat(container.at("/resources/requests/cpu").isMissingNode())
                .as(where)
                .isFalse();
        assertThat(container.at("/resources/limits/memory").isMissingNode())
                .as(where)
                .isFalse();
    }
}
