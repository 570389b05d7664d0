package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * As much of {@code kubectl kustomize} as our manifests use, so that they are checked on machines without kubectl.
 * A field it does not know is an error: teach it here, or leave it out there.
 */
final class Kustomization {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "resources",
            "patches",
            "configMapGenerator",
            "namePrefix",
            "labels",
            "images",
            "replicas",
            "namespace");

    /** Where selectors live in the kinds we use; kustomize adds labels to the same places. */
    private static final List<String> SELECTORS = List.of(
            "Deployment /spec/selector/matchLabels",
            "Deployment /spec/template/metadata/labels",
            "Deployment /spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels",
            "PodDisruptionBudget /spec/selector/matchLabels",
            "Service /spec/selector");

    private final Path folder;
    private final ObjectNode file;
    private final Set<Path> read;
    private final List<ObjectNode> objects = new ArrayList<>();

    private Kustomization(Path folder, Set<Path> read) {
        this.folder = folder;
        this.read = read;
        this.file = documents("kustomization.yaml").getFirst();
    }

    /** The objects that kustomize would print for the folder; adds every file it reads to {@code read}. */
    static List<ObjectNode> render(Path folder, Set<Path> read) {
        return new Kustomization(folder, read).render();
    }

    static List<ObjectNode> documents(Path file) {
        try (var in = Files.newInputStream(file)) {
            return YAML.readerFor(ObjectNode.class).<ObjectNode>readValues(in).readAll();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "%s is no YAML that Kubernetes reads; correct it".formatted(file), unreadable);
        }
    }

    private List<ObjectNode> render() {
        file.fieldNames().forEachRemaining(field -> insist(KNOWN.contains(field), "uses the field " + field));
        each("resources").map(JsonNode::asText).forEach(this::resource);
        each("configMapGenerator").forEach(this::settings);
        each("patches").forEach(this::patch);
        each("labels").forEach(this::label);
        each("images").forEach(this::image);
        each("replicas")
                .forEach(replica -> target("Deployment", text(replica, "name"))
                        .withObject("/spec")
                        .set("replicas", replica.get("count")));
        objects.forEach(this::rename);
        return objects;
    }

    private void resource(String name) {
        if (Files.isDirectory(folder.resolve(name))) {
            objects.addAll(render(folder.resolve(name).normalize(), read));
        } else {
            objects.addAll(documents(name));
        }
    }

    private void settings(JsonNode generator) {
        var name = text(generator, "name");
        ObjectNode map;
        if (generator.path("behavior").asText().equals("merge")) {
            map = target("ConfigMap", name);
        } else {
            map = YAML.createObjectNode().put("kind", "ConfigMap");
            map.withObject("/metadata").put("name", name);
            objects.add(map);
        }
        for (JsonNode literal : generator.path("literals")) {
            var pair = literal.asText().split("=", 2);
            map.withObject("/data").put(pair[0], pair[1]);
        }
    }

    private void patch(JsonNode patch) {
        insist(patch.has("path") && patch.size() == 1, "has a patch that is not a file of its own");
        for (ObjectNode change : documents(text(patch, "path"))) {
            StrategicMerge.merge(target(text(change, "kind"), text(change.get("metadata"), "name")), change);
        }
    }

    private void label(JsonNode label) {
        var pairs = (ObjectNode) label.get("pairs");
        for (ObjectNode object : objects) {
            object.withObject("/metadata/labels").setAll(pairs);
            for (String place : label.path("includeSelectors").asBoolean() ? SELECTORS : List.<String>of()) {
                var kindAndPath = place.split(" ", 2);
                if (kindAndPath[0].equals(text(object, "kind"))) {
                    object.withObject(kindAndPath[1]).setAll(pairs);
                }
            }
        }
    }

    private void image(JsonNode image) {
        for (ObjectNode object : objects) {
            for (JsonNode container : object.at("/spec/template/spec/containers")) {
                if (text(container, "image").equals(text(image, "name"))) {
                    var name = image.path("newName").asText(text(image, "name"));
                    var tag = image.has("newTag") ? ":" + text(image, "newTag") : "";
                    ((ObjectNode) container).put("image", name + tag);
                }
            }
        }
    }

    private void rename(ObjectNode object) {
        var prefix = file.path("namePrefix").asText();
        var metadata = object.withObject("/metadata");
        metadata.put("name", prefix + text(metadata, "name"));
        if (object.at("/spec/template/spec/serviceAccountName").isTextual()) {
            var pod = (ObjectNode) object.at("/spec/template/spec");
            pod.put("serviceAccountName", prefix + text(pod, "serviceAccountName"));
        }
    }

    private ObjectNode target(String kind, String name) {
        return objects.stream()
                .filter(object -> text(object, "kind").equals(kind)
                        && object.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("%s changes %s %s, which is not among its resources; correct the name"
                                .formatted(folder, kind, name)));
    }

    private List<ObjectNode> documents(String name) {
        var path = folder.resolve(name).normalize();
        if (!Files.isRegularFile(path)) {
            throw new AssertionError(
                    "%s names %s, which does not exist; add it or take the line out".formatted(folder, name));
        }
        read.add(path);
        return documents(path);
    }

    private Stream<JsonNode> each(String field) {
        return StreamSupport.stream(file.path(field).spliterator(), false);
    }

    private void insist(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("%s %s; teach Kustomization.java, or leave it out".formatted(folder, otherwise));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
