package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every pod that stays is asked how it is, at paths which the services have, and stops in the time that it is given. */
final class Probes implements Check {

    private static final Map<String, String> KINDS =
            Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live");

    /** A row of the table "What a replica does when it is asked to end". */
    private static final Pattern SECOND = Pattern.compile("(?m)^\\| (\\d+) \\| ");

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var management = Source.property("quarkus.management.root-path").orElse("/q");
        var health = management + "/"
                + Source.property("quarkus.smallrye-health.root-path").orElse("health");
        for (var pod : rendered.pods()) {
            if (pod.owner().path("kind").asText().equals("Deployment")) {
                pod.containers()
                        .forEach(container -> KINDS.forEach((probe, path) -> {
                            complaints.insist(
                                    container.at("/%s/httpGet".formatted(probe)).isObject(),
                                    "%s: give %s a %s",
                                    pod.name(),
                                    container.path("name").asText(),
                                    probe);
                            if (pod.isOurs()) {
                                complaints.same(
                                        pod.name(),
                                        container,
                                        "/%s/httpGet/path".formatted(probe),
                                        health + "/" + path);
                                complaints.same(
                                        pod.name(), container, "/%s/httpGet/port".formatted(probe), "management");
                            }
                        }));
                complaints.insist(
                        !pod.isOurs() || stopsInTime(pod.spec()),
                        "%s: give it longer to stop than its pause and its requests take (terminationGracePeriodSeconds)",
                        pod.name());
            }
        }
        return complaints.all();
    }

    /** A pause until every gateway has heard of it, and then all that docs/operations.md counts until its last thread is gone. */
    private static boolean stopsInTime(JsonNode pod) {
        var pause = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
        var requests = Integer.parseInt(
                Source.property("quarkus.shutdown.timeout").orElse("0S").replaceAll("\\D", ""));
        var rows = Source.rows(Path.of("../docs/operations.md"), SECOND);
        return rows.contains(pause)
                && rows.contains(pause + requests)
                && pod.path("terminationGracePeriodSeconds").asInt() > Collections.max(rows);
    }
}
