package org.stepwell.suite.deploy;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What one overlay puts into a cluster, and questions about it; {@code file} is what kubectl printed. */
record Rendered(String name, Path file, List<ObjectNode> objects) {

    /** Pods that a manifest of ours describes; operators make others. */
    record Pod(ObjectNode owner, JsonNode labels, JsonNode spec) {

        String name() {
            return owner.path("kind").asText() + " " + Rendered.name(owner);
        }

        Stream<JsonNode> containers() {
            return Rendered.stream(spec.path("containers"));
        }

        /** One of the four services, not a collector or a drill. */
        boolean isOurs() {
            return containers()
                    .anyMatch(container -> container.path("name").asText().equals("service"));
        }

        boolean isMigration() {
            return isOurs() && owner.path("kind").asText().equals("Job");
        }

        /** An environment variable of its first container, as the manifest says it. */
        JsonNode variable(String name) {
            return stream(spec.at("/containers/0/env"))
                    .filter(each -> each.path("name").asText().equals(name))
                    .findFirst()
                    .orElseGet(MissingNode::getInstance);
        }
    }

    List<ObjectNode> all(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    Optional<ObjectNode> named(String kind, String name) {
        return all(kind).stream().filter(object -> name(object).equals(name)).findFirst();
    }

    Set<String> names(String kind) {
        return all(kind).stream().map(Rendered::name).collect(toCollection(TreeSet::new));
    }

    List<Pod> pods() {
        return objects.stream()
                .flatMap(object -> Stream.of("/spec/template", "/spec/jobTemplate/spec/template")
                        .map(object::at)
                        .filter(template -> template.at("/spec/containers").isArray())
                        .map(template -> new Pod(object, template.at("/metadata/labels"), template.path("spec"))))
                .toList();
    }

    /** The four services' own pods, without their migrations. */
    List<Pod> services() {
        return pods().stream().filter(pod -> pod.isOurs() && !pod.isMigration()).toList();
    }

    /** The settings that all services take. */
    Optional<ObjectNode> settings() {
        return all("ConfigMap").stream()
                .filter(map -> name(map).startsWith("stepwell-settings"))
                .findFirst();
    }

    /** Whether a Service of that name listens there. */
    boolean listens(String service, int port) {
        return named("Service", service).stream()
                .flatMap(each -> stream(each.at("/spec/ports")))
                .anyMatch(open -> open.path("port").asInt() == port);
    }

    /** A copy, to be spoilt by a test. */
    Rendered copy() {
        return new Rendered(
                name, file, objects.stream().map(ObjectNode::deepCopy).collect(toCollection(ArrayList::new)));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Whether a selector with labels or expressions finds these labels; an empty one finds all. */
    static boolean selects(JsonNode selector, JsonNode labels) {
        var byLabel = selector.has("matchLabels") || selector.has("matchExpressions")
                ? selector.path("matchLabels")
                : selector;
        return byLabel.properties().stream().allMatch(each -> each.getValue().equals(labels.get(each.getKey())))
                && stream(selector.path("matchExpressions")).allMatch(expression -> holds(expression, labels));
    }

    private static boolean holds(JsonNode expression, JsonNode labels) {
        var value = labels.path(expression.path("key").asText());
        return switch (expression.path("operator").asText()) {
            case "Exists" -> !value.isMissingNode();
            case "In" -> stream(expression.path("values")).anyMatch(value::equals);
            case "NotIn" -> stream(expression.path("values")).noneMatch(value::equals);
            default -> throw new IllegalArgumentException("teach Rendered.java the operator of " + expression);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
