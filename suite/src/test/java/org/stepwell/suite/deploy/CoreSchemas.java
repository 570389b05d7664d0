package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Kubernetes' own kinds as JSON schemas, read off the models that its client is generated with. */
final class CoreSchemas {

    private record Kind(String apiVersion, Class<?> model) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "ConfigMap", new Kind("v1", V1ConfigMap.class),
            "CronJob", new Kind("batch/v1", V1CronJob.class),
            "Deployment", new Kind("apps/v1", V1Deployment.class),
            "HorizontalPodAutoscaler", new Kind("autoscaling/v2", V2HorizontalPodAutoscaler.class),
            "Job", new Kind("batch/v1", V1Job.class),
            "Namespace", new Kind("v1", V1Namespace.class),
            "NetworkPolicy", new Kind("networking.k8s.io/v1", V1NetworkPolicy.class),
            "PodDisruptionBudget", new Kind("policy/v1", V1PodDisruptionBudget.class),
            "Service", new Kind("v1", V1Service.class),
            "ServiceAccount", new Kind("v1", V1ServiceAccount.class));

    /** Words that Kubernetes takes, where the models say text; of the fields that we use. */
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("V1Container.imagePullPolicy", List.of("Always", "IfNotPresent", "Never")),
            Map.entry("V1ContainerPort.protocol", List.of("TCP", "UDP", "SCTP")),
            Map.entry("V1CronJobSpec.concurrencyPolicy", List.of("Allow", "Forbid", "Replace")),
            Map.entry("V1DeploymentStrategy.type", List.of("Recreate", "RollingUpdate")),
            Map.entry("V1LabelSelectorRequirement.operator", List.of("In", "NotIn", "Exists", "DoesNotExist")),
            Map.entry("V1NetworkPolicyPort.protocol", List.of("TCP", "UDP", "SCTP")),
            Map.entry("V1NetworkPolicySpec.policyTypes", List.of("Ingress", "Egress")),
            Map.entry(
                    "V1PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy", List.of("IfHealthyBudget", "AlwaysAllow")),
            Map.entry("V1PodSecurityContext.fsGroupChangePolicy", List.of("OnRootMismatch", "Always")),
            Map.entry("V1PodSpec.restartPolicy", List.of("Always", "OnFailure", "Never")),
            Map.entry("V1SeccompProfile.type", List.of("RuntimeDefault", "Localhost", "Unconfined")),
            Map.entry("V1ServicePort.protocol", List.of("TCP", "UDP", "SCTP")),
            Map.entry("V1TopologySpreadConstraint.whenUnsatisfiable", List.of("DoNotSchedule", "ScheduleAnyway")),
            Map.entry("V2MetricSpec.type", List.of("ContainerResource", "External", "Object", "Pods", "Resource")),
            Map.entry("V2MetricTarget.type", List.of("AverageValue", "Utilization", "Value")));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode definitions = JSON.createObjectNode();
    private final Set<Class<?>> begun = new HashSet<>();

    private CoreSchemas() {}

    static Optional<ObjectNode> of(String kind) {
        return Optional.ofNullable(KINDS.get(kind)).map(known -> new CoreSchemas().schema(kind, known));
    }

    private ObjectNode schema(String kind, Kind known) {
        var schema = model(known.model());
        schema.withObject("/properties/apiVersion").removeAll().put("const", known.apiVersion());
        schema.withObject("/properties/kind").removeAll().put("const", kind);
        schema.withArray("required").add("apiVersion").add("kind").add("metadata");
        // What a cluster writes is not in a manifest.
        ((ObjectNode) schema.get("properties")).remove("status");
        schema.set("$defs", definitions);
        return schema;
    }

    private ObjectNode model(Class<?> model) {
        var schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        for (Field field : model.getDeclaredFields()) {
            var serialized = field.getAnnotation(SerializedName.class);
            if (serialized != null) {
                properties.set(serialized.value(), field(model, serialized.value(), field.getGenericType()));
            }
        }
        required(model).forEach(schema.withArray("required")::add);
        return schema;
    }

    private ObjectNode field(Class<?> model, String name, Type type) {
        var words = WORDS.get(model.getSimpleName() + "." + name);
        if (words == null) {
            return type(type);
        }
        var word = JSON.createObjectNode();
        words.forEach(word.withArray("enum")::add);
        if (type instanceof ParameterizedType) {
            var list = JSON.createObjectNode().put("type", "array");
            list.set("items", word);
            return list;
        }
        return word;
    }

    private ObjectNode type(Type type) {
        var schema = JSON.createObjectNode();
        if (type instanceof ParameterizedType generic) {
            var list = Collection.class.isAssignableFrom((Class<?>) generic.getRawType());
            var inner = generic.getActualTypeArguments()[list ? 0 : 1];
            schema.put("type", list ? "array" : "object").set(list ? "items" : "additionalProperties", type(inner));
        } else if (type == Boolean.class) {
            schema.put("type", "boolean");
        } else if (type == Integer.class || type == Long.class) {
            schema.put("type", "integer");
        } else if (type == Double.class) {
            schema.put("type", "number");
        } else if (type == IntOrString.class || type == Quantity.class) {
            schema.putArray("type").add("integer").add("string");
        } else if (type instanceof Class<?> model && model.getSimpleName().matches("V\\d.*")) {
            schema.put("$ref", "#/$defs/" + model.getSimpleName());
            if (begun.add(model)) {
                definitions.set(model.getSimpleName(), model(model));
            }
        } else if (type != Object.class) {
            schema.put("type", "string");
        }
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static Set<String> required(Class<?> model) {
        try {
            return (Set<String>) model.getField("openapiRequiredFields").get(null);
        } catch (ReflectiveOperationException otherwise) {
            throw new IllegalStateException("the models of Kubernetes' client say otherwise what they need", otherwise);
        }
    }
}
