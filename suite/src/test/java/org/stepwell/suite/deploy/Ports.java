package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/** Image, settings, pods, Services and routes mean the same ports, and nobody routes to management. */
final class Ports implements Check {

    private static final Pattern EXPOSE = Pattern.compile("(?m)^EXPOSE (\\d+) (\\d+)$");

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var expose = EXPOSE.matcher(dockerfile());
        if (!expose.find()) {
            return List.of("Dockerfile: EXPOSE the API port and the management port");
        }
        var api = expose.group(1);
        var management = expose.group(2);
        rendered.all("ConfigMap").stream()
                .filter(map -> Rendered.name(map).startsWith("stepwell-settings"))
                .forEach(map -> {
                    complaints.same("stepwell-settings", map, "/data/STEPWELL_PORT", api);
                    complaints.same("stepwell-settings", map, "/data/STEPWELL_MANAGEMENT_PORT", management);
                });
        for (var pod : rendered.services()) {
            pod.containers().forEach(container -> {
                complaints.same(pod.name(), container, "/ports/0/name", "http");
                complaints.same(pod.name(), container, "/ports/0/containerPort", api);
                complaints.same(pod.name(), container, "/ports/1/name", "management");
                complaints.same(pod.name(), container, "/ports/1/containerPort", management);
            });
        }
        rendered.all("Service").forEach(service -> leads(rendered, service, management, complaints));
        rendered.all("HTTPRoute")
                .forEach(route -> Rendered.stream(route.at("/spec/rules"))
                        .forEach(rule -> Rendered.stream(rule.path("backendRefs"))
                                .forEach(backend -> routes(rendered, route, rule, backend, complaints))));
        return complaints.all();
    }

    private static void leads(Rendered rendered, JsonNode service, String management, Complaints complaints) {
        for (JsonNode port : service.at("/spec/ports")) {
            var target = port.path("targetPort").asText();
            complaints.insist(
                    rendered.pods().stream()
                            .filter(pod -> Rendered.selects(service.at("/spec/selector"), pod.labels()))
                            .flatMap(Rendered.Pod::containers)
                            .flatMap(container -> Rendered.stream(container.path("ports")))
                            .anyMatch(open -> open.path("name").asText().equals(target)),
                    "Service %s leads to port %s, which its pods do not have; correct targetPort",
                    Rendered.name(service),
                    target);
            complaints.insist(
                    !target.equals("management") && !port.path("port").asText().equals(management),
                    "Service %s offers the management port; take it out, monitoring asks at the pod",
                    Rendered.name(service));
        }
    }

    private static void routes(
            Rendered rendered, JsonNode route, JsonNode rule, JsonNode backend, Complaints complaints) {
        var name = backend.path("name").asText();
        var port = backend.path("port").asInt();
        // The operator makes this one.
        var keycloak =
                name.equals("keycloak-service") && !rendered.all("Keycloak").isEmpty() && port == 8443;
        complaints.insist(
                keycloak
                        || rendered.named("Service", name)
                                .filter(service -> Rendered.stream(service.at("/spec/ports"))
                                        .anyMatch(open -> open.path("port").asInt() == port))
                                .isPresent(),
                "HTTPRoute %s leads to %s:%d, where no Service listens; correct name or port",
                Rendered.name(route),
                name,
                port);
        complaints.insist(
                rule.at("/timeouts/request").asText().matches("[1-9]\\d*s"),
                "HTTPRoute %s: say how long a request to %s may take (timeouts)",
                Rendered.name(route),
                name);
        for (JsonNode match : rule.path("matches")) {
            var path = match.at("/path/value").asText();
            complaints.insist(
                    keycloak || path.equals("/api/" + name.replace("-service", "")) || path.endsWith("/v1/links/"),
                    "HTTPRoute %s opens %s to %s; open /api/ and the service's name",
                    Rendered.name(route),
                    path,
                    name);
            complaints.insist(
                    !Rendered.name(route).equals("letters")
                            || path.equals("/api/%s/v1/links/".formatted(name.replace("-service", ""))),
                    "HTTPRoute letters opens %s; whoever reads letters comes to links alone",
                    path);
        }
    }

    private static String dockerfile() {
        try {
            return Files.readString(Deploy.FOLDER.resolve("Dockerfile"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
