package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Services say traces where a collector listens, and what it is told, which Kubernetes does not read, fits together and fits its pod. */
final class Traces implements Check {

    private static final Path SCHEMA = Path.of("src/test/resources/otel-collector.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> KINDS = List.of("receivers", "processors", "exporters");
    private static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var address = rendered.settings()
                .map(settings -> settings.at("/data/STEPWELL_TRACES").asText())
                .orElse("");
        var target = target(rendered, URI.create(address));
        complaints.insist(
                address.isEmpty() || target.isPresent(),
                "STEPWELL_TRACES leads to %s, where no Service listens; correct host or port",
                address);
        rendered.pods().stream()
                .filter(pod -> pod.name().equals("Deployment otel-collector"))
                .forEach(pod -> collector(rendered, pod, target.orElse("of no Service"), complaints));
        return complaints.all();
    }

    /** The port of a pod that an address leads to. */
    private static Optional<String> target(Rendered rendered, URI address) {
        return rendered.all("Service").stream()
                .filter(service -> Rendered.name(service).equals(address.getHost()))
                .flatMap(service -> Rendered.stream(service.at("/spec/ports")))
                .filter(port -> port.path("port").asInt() == address.getPort())
                .map(port -> port.path("targetPort").asText())
                .findFirst();
    }

    private static void collector(Rendered rendered, Rendered.Pod pod, String target, Complaints complaints) {
        var container = pod.containers().findFirst().orElseThrow();
        var mount = container.at("/volumeMounts/0");
        var map = pod.spec().at("/volumes/0/configMap/name").asText();
        var file = Path.of(container.at("/args/0").asText().replaceFirst("^--config=", ""));
        var text = rendered.named("ConfigMap", map)
                .map(each -> each.path("data").path(String.valueOf(file.getFileName())))
                .filter(each -> file.startsWith(mount.path("mountPath").asText()))
                .map(JsonNode::asText)
                .orElse("");
        if (text.isEmpty()) {
            complaints.insist(false, "%s is told to read %s, which no ConfigMap of it has", pod.name(), file);
            return;
        }
        var told = read(text);
        Schemas.complaints(SCHEMA, told).forEach(each -> complaints.insist(false, "%s: %s", file, each));
        KINDS.forEach(kind -> named(told, kind, told.at("/service/pipelines").findValues(kind), complaints));
        named(told, "extensions", List.of(told.at("/service/extensions")), complaints);
        listens(told.at("/receivers/otlp/protocols/grpc/endpoint"), container, target, complaints);
        for (var probe : PROBES) {
            var asked = container.at("/%s/httpGet/port".formatted(probe)).asText();
            listens(told.at("/extensions/health_check/endpoint"), container, asked, complaints);
        }
        var onward = told.at("/exporters/otlp_grpc/endpoint").asText();
        complaints.insist(
                Rendered.stream(container.path("env"))
                        .map(each -> "${env:%s}".formatted(each.path("name").asText()))
                        .anyMatch(onward::equals),
                "%s: hands traces on to %s, which its pod does not say; name a variable of its env",
                file,
                onward);
    }

    private static JsonNode read(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the collector's config.yaml is no YAML; correct it", unreadable);
        }
    }

    /** What is used is defined, and what is defined is used. */
    private static void named(JsonNode told, String kind, List<JsonNode> used, Complaints complaints) {
        var defined = told.path(kind).properties().stream().map(each -> each.getKey());
        complaints.same(
                "What the collector uses of its " + kind,
                used.stream()
                        .flatMap(Rendered::stream)
                        .map(JsonNode::asText)
                        .collect(Collectors.toCollection(TreeSet::new)),
                defined.collect(Collectors.toSet()),
                "define what is used, and use what is defined");
    }

    private static void listens(JsonNode endpoint, JsonNode container, String port, Complaints complaints) {
        var ports = Rendered.stream(container.path("ports"))
                .filter(each -> each.path("name").asText().equals(port))
                .map(each -> "0.0.0.0:" + each.path("containerPort").asText())
                .collect(Collectors.toSet());
        complaints.insist(
                ports.equals(Set.of(endpoint.asText())),
                "The collector listens at \"%s\", where its pod's port %s leads to %s",
                endpoint.asText(),
                port,
                ports);
    }
}
