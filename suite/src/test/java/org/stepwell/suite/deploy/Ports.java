package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/** Image, settings, pods and Services mean the same ports, and no Service offers management. */
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

    private static String dockerfile() {
        try {
            return Files.readString(Deploy.FOLDER.resolve("Dockerfile"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
