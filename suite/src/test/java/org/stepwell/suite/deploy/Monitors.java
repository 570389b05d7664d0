package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepwell.suite.deploy.Flows.Flow;
import org.stepwell.suite.deploy.Parties.Party;

/** Prometheus asks each pod where it says its numbers, and is let in there. */
final class Monitors implements Check {

    /** Where numbers are said: a port by its name and by its number. */
    private record Door(String scheme, String port, int number, String path) {

        boolean isAskedBy(JsonNode endpoint) {
            return endpoint.path("scheme").asText("http").equals(scheme)
                    && endpoint.path("port").asText().equals(port)
                    && endpoint.path("path").asText("/metrics").equals(path);
        }

        @Override
        public String toString() {
            return "port %s, %s%s".formatted(port, scheme, path);
        }
    }

    /** As operators set up what they make: by the label that says who did. */
    private static final Map<String, Door> OF_OPERATORS = Map.of(
            "cloudnative-pg", new Door("http", "metrics", 9187, "/metrics"),
            "strimzi-cluster-operator", new Door("http", "tcp-prometheus", 9404, "/metrics"),
            "keycloak-operator", new Door("https", "management", 9000, "/metrics"));

    /** The one operator that is asked, and how its own installation labels it. */
    private static final Door STRIMZI = new Door("http", "http", 8080, "/metrics");

    private static final String STRIMZI_LABELS = "{\"matchLabels\":{\"strimzi.io/kind\":\"cluster-operator\"}}";

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var open = Flows.open(rendered);
        for (JsonNode monitor : rendered.all("PodMonitor")) {
            if (monitor.at("/spec/namespaceSelector/any").asBoolean()) {
                complaints.insist(
                        monitor.at("/spec/selector").toString().equals(STRIMZI_LABELS),
                        "PodMonitor %s looks in other namespaces for others than Strimzi's operator (%s)",
                        Rendered.name(monitor),
                        STRIMZI_LABELS);
                asks(monitor, "Strimzi's operator", STRIMZI, complaints);
            } else {
                Parties.of(rendered).stream()
                        .filter(party -> Rendered.selects(monitor.at("/spec/selector"), party.labels()))
                        .forEach(party -> finds(monitor, party, door(rendered, party), open, complaints));
            }
        }
        return complaints.all();
    }

    private static void finds(
            JsonNode monitor, Party party, Optional<Door> door, Set<Flow> open, Complaints complaints) {
        complaints.insist(
                door.isPresent(),
                "PodMonitor %s finds %s, which says no numbers; correct its selector",
                Rendered.name(monitor),
                party.name());
        door.ifPresent(each -> {
            asks(monitor, party.name(), each, complaints);
            complaints.insist(
                    open.contains(new Flow("monitoring", party.name(), each.number())),
                    "PodMonitor %s is not let in at %s on %d; open it to monitoring",
                    Rendered.name(monitor),
                    party.name(),
                    each.number());
        });
    }

    private static void asks(JsonNode monitor, String whom, Door door, Complaints complaints) {
        complaints.insist(
                monitor.at("/spec/podMetricsEndpoints").size() > 0,
                "PodMonitor %s asks nothing; say where %s has its numbers",
                Rendered.name(monitor),
                whom);
        for (JsonNode endpoint : monitor.at("/spec/podMetricsEndpoints")) {
            complaints.insist(
                    door.isAskedBy(endpoint),
                    "PodMonitor %s asks %s at the wrong place; it says its numbers at %s",
                    Rendered.name(monitor),
                    whom,
                    door);
        }
    }

    private static Optional<Door> door(Rendered rendered, Party party) {
        var managed = party.labels().path("app.kubernetes.io/managed-by").asText();
        if (OF_OPERATORS.containsKey(managed)) {
            return Optional.of(OF_OPERATORS.get(managed));
        }
        var path = Source.property("quarkus.management.root-path").orElse("/q") + "/"
                + Source.property("quarkus.micrometer.export.prometheus.path").orElse("metrics");
        return rendered.services().stream()
                .filter(pod -> Rendered.name(pod.owner()).equals(party.name()))
                .flatMap(Rendered.Pod::containers)
                .flatMap(container -> Rendered.stream(container.path("ports")))
                .filter(port -> port.path("name").asText().equals("management"))
                .map(port -> new Door(
                        "http", "management", port.path("containerPort").asInt(), path))
                .findFirst();
    }
}
