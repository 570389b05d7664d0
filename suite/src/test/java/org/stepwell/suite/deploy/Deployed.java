package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A pod of ours as a cluster would start it: what its manifest lets it be told, and find on its disk. */
public final class Deployed {

    /** How a kubelet writes a Secret down: what a process sees are links, so that all of it changes at once. */
    private static final String NEWEST = "..data";

    private static final String VERSION = "..2026_11_30_03_00_00.1234567890";

    private final Rendered rendered;
    private final Rendered.Pod pod;
    private final JsonNode container;

    private Deployed(Rendered rendered, Rendered.Pod pod) {
        this.rendered = rendered;
        this.pod = pod;
        this.container = pod.containers().findFirst().orElseThrow();
    }

    /** Of an overlay, by kind and name, as in {@code Deployment enrollment-service}; skipped where kubectl is missing. */
    public static Deployed of(String overlay, String name) {
        var rendered = Deploy.overlay(overlay);
        return rendered.pods().stream()
                .filter(pod -> pod.name().equals(name))
                .findFirst()
                .map(pod -> new Deployed(rendered, pod))
                .orElseThrow();
    }

    /** Another object of the same overlay. */
    public JsonNode beside(String kind, String name) {
        return rendered.named(kind, name).orElseThrow();
    }

    /** Where the kubelet asks how it is. */
    public List<String> probes() {
        return Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                .map(probe -> container.path(probe).at("/httpGet/path").asText())
                .toList();
    }

    /** How its container begins, where its manifest says it. */
    public List<String> command() {
        return Rendered.stream(container.path("command")).map(JsonNode::asText).toList();
    }

    /** What its container is told. */
    public Map<String, String> environment(KubernetesSecrets secrets) {
        var told = new TreeMap<String, String>();
        for (var from : container.path("envFrom")) {
            beside("ConfigMap", from.at("/configMapRef/name").asText())
                    .path("data")
                    .properties()
                    .forEach(each -> told.put(each.getKey(), each.getValue().asText()));
        }
        for (var each : container.path("env")) {
            var name = each.path("name").asText();
            var secret = each.at("/valueFrom/secretKeyRef");
            if (secret.isMissingNode()) {
                told.put(name, each.path("value").asText());
            } else {
                secrets.value(secret).ifPresent(value -> told.put(name, value));
            }
        }
        return told;
    }

    /** Writes what its Secrets mount: below this folder as in the container below its root. */
    public void mount(Path root, KubernetesSecrets secrets) throws IOException {
        for (var mount : container.path("volumeMounts")) {
            var secret = Rendered.stream(pod.spec().path("volumes"))
                    .filter(volume -> volume.path("name").equals(mount.path("name")))
                    .findFirst()
                    .orElseThrow()
                    .path("secret");
            if (secret.isObject()) {
                var below = mount.path("mountPath").asText().substring(1);
                write(Files.createDirectories(root.resolve(below)), secrets.files(secret));
            }
        }
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        var version = Files.createDirectory(folder.resolve(VERSION));
        Files.createSymbolicLink(folder.resolve(NEWEST), version.getFileName());
        for (var file : files.entrySet()) {
            Files.write(version.resolve(file.getKey()), file.getValue());
            Files.createSymbolicLink(folder.resolve(file.getKey()), Path.of(NEWEST, file.getKey()));
        }
    }
}
