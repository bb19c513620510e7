package io.demarche.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Objects held to Kubernetes' own types: unknown fields and values of other kinds are faults. */
final class Strict {

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("v1/Secret", Secret.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("batch/v1/CronJob", CronJob.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("rbac.authorization.k8s.io/v1/RoleBinding", RoleBinding.class));

    /** Types of operators, of which there is no model here. */
    private static final List<String> FOREIGN = List.of(
            "external-secrets.io/v1/ExternalSecret",
            "keda.sh/v1alpha1/ScaledObject",
            "keda.sh/v1alpha1/TriggerAuthentication",
            "monitoring.coreos.com/v1/PrometheusRule",
            "monitoring.coreos.com/v1/ServiceMonitor",
            "postgresql.cnpg.io/v1/Cluster",
            "postgresql.cnpg.io/v1/Database");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Strict() {}

    /** What is wrong with an object; empty when nothing is. */
    static List<String> faults(JsonNode object) {
        String type = object.path("apiVersion").asText() + "/" + Rendered.kind(object);
        if (FOREIGN.contains(type)) {
            return List.of();
        }
        Class<?> model = TYPES.get(type);
        if (model == null) {
            return List.of(type + " is not known");
        }
        try {
            JsonNode read = JSON.valueToTree(JSON.treeToValue(object, model));
            List<String> faults = new ArrayList<>();
            unknown(JSON.treeToValue(object, model), Rendered.label(object), faults);
            compare(object, read, Rendered.label(object), faults);
            return faults;
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            return List.of(Rendered.label(object) + ": " + wrong.getOriginalMessage());
        }
    }

    /** The models keep what they don't know aside instead of refusing it. */
    private static void unknown(Object value, String at, List<String> faults) {
        if (value instanceof List<?> list) {
            list.forEach(one -> unknown(one, at + "[]", faults));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> unknown(one, at + "." + key, faults));
        } else if (value != null
                && !(value instanceof AnyType)
                && value.getClass().getName().startsWith("io.fabric8.")
                && !value.getClass().isEnum()) {
            for (var method : value.getClass().getMethods()) {
                if (method.getParameterCount() == 0 && method.getName().startsWith("get")) {
                    Object got = call(value, method);
                    if (method.getName().equals("getAdditionalProperties")) {
                        if (got instanceof Map<?, ?> more && !more.isEmpty()) {
                            faults.add(at + ": unknown " + new TreeSet<>(more.keySet()));
                        }
                    } else if (!method.getName().equals("getClass")) {
                        unknown(got, at + "." + method.getName().substring(3), faults);
                    }
                }
            }
        }
    }

    private static Object call(Object value, java.lang.reflect.Method method) {
        try {
            return method.invoke(value);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(method.toString(), broken);
        }
    }

    /** A number that became a text, or the other way round, was not what the type asks for. */
    private static void compare(JsonNode given, JsonNode read, String at, List<String> faults) {
        if (given.isObject() && read.isObject()) {
            given.properties()
                    .forEach(one -> compare(one.getValue(), read.path(one.getKey()), at + "." + one.getKey(), faults));
        } else if (given.isArray() && read.isArray()) {
            for (int i = 0; i < given.size(); i++) {
                compare(given.get(i), read.path(i), at + "[" + i + "]", faults);
            }
        } else if (given.isValueNode() && !read.isMissingNode() && given.getNodeType() != read.getNodeType()) {
            faults.add(at + ": " + given + " is read as " + read);
        }
    }
}
