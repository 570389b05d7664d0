package org.stepwell.suite.deploy;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What one overlay puts into a cluster, and questions about it. */
record Overlay(Path folder, Set<Path> files, List<ObjectNode> objects) {

    static Overlay of(Path folder) {
        var files = new HashSet<Path>();
        return new Overlay(folder, files, Kustomization.render(folder, files));
    }

    List<ObjectNode> all(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    ObjectNode named(String kind, String name) {
        return all(kind).stream()
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no %s %s; add it".formatted(folder, kind, name)));
    }

    Set<String> names(String kind) {
        return all(kind).stream().map(Overlay::name).collect(toCollection(TreeSet::new));
    }

    List<JsonNode> containers() {
        return all("Deployment").stream()
                .flatMap(deployment -> stream(deployment.at("/spec/template/spec/containers")))
                .toList();
    }

    /** The names of the settings a container is given, one by one or by a whole ConfigMap. */
    Set<String> settings(JsonNode container) {
        var settings = stream(container.path("env"))
                .map(each -> each.path("name").asText())
                .collect(toCollection(TreeSet::new));
        for (JsonNode map : container.path("envFrom")) {
            named("ConfigMap", map.at("/configMapRef/name").asText())
                    .path("data")
                    .fieldNames()
                    .forEachRemaining(settings::add);
        }
        return settings;
    }

    /** Every port a policy opens; direction is ingress or egress. */
    Set<Integer> openPorts(String direction) {
        return all("NetworkPolicy").stream()
                .flatMap(policy -> stream(policy.path("spec").path(direction)))
                .peek(flow -> assertThat(flow.path("ports"))
                        .as("%s: name the ports of %s", folder, flow)
                        .isNotEmpty())
                .flatMap(flow -> stream(flow.path("ports")))
                .map(port -> port.path("port").asInt())
                .collect(toCollection(TreeSet::new));
    }

    void insist(JsonNode node, String path, String value) {
        assertThat(node.at(path).asText())
                .as("%s: set %s to %s", folder, path, value)
                .isEqualTo(value);
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
