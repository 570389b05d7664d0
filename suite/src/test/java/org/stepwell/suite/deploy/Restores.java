package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;

/** What is restored comes from a database that is there, and never writes into what it came from; whoever serves is set up like the first. */
final class Restores implements Check {

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        for (JsonNode cluster : rendered.all("Cluster")) {
            if (cluster.at("/spec/bootstrap").has("recovery")) {
                restored(rendered, cluster, complaints);
            }
        }
        return complaints.all();
    }

    /** Whether a service may ask it: a drill is only looked at. */
    static boolean isServed(JsonNode cluster) {
        return cluster.at("/spec/bootstrap").has("initdb")
                || cluster.at("/spec/plugins").size() > 0;
    }

    /** How it began, in either way. */
    static JsonNode bootstrap(JsonNode cluster) {
        var begun = cluster.at("/spec/bootstrap/initdb");
        return begun.isMissingNode() ? cluster.at("/spec/bootstrap/recovery") : begun;
    }

    private static void restored(Rendered rendered, JsonNode cluster, Complaints complaints) {
        var name = "Cluster " + Rendered.name(cluster);
        var source = cluster.at("/spec/bootstrap/recovery/source").asText();
        var from = Rendered.stream(cluster.at("/spec/externalClusters"))
                .filter(each -> each.path("name").asText().equals(source))
                .map(each -> each.at("/plugin/parameters"))
                .findFirst();
        complaints.insist(from.isPresent(), "%s: name its source among externalClusters", name);
        from.ifPresent(parameters -> {
            var serverName = parameters.path("serverName").asText();
            var store = parameters.path("barmanObjectName").asText();
            complaints.insist(
                    serverName.startsWith(store.replaceFirst("backups$", "")),
                    "%s: %s is no cluster whose backups are in %s",
                    name,
                    serverName,
                    store);
            complaints.insist(
                    rendered.named("ObjectStore", store).isPresent(), "%s: there is no ObjectStore %s", name, store);
            for (JsonNode plugin : cluster.at("/spec/plugins")) {
                complaints.insist(
                        !plugin.at("/parameters/serverName")
                                .asText(Rendered.name(cluster))
                                .equals(serverName),
                        "%s: it would write into the backups of %s; give it a serverName of its own",
                        name,
                        serverName);
            }
            rendered.named("Cluster", serverName).ifPresent(first -> fits(first, cluster, name, complaints));
        });
        moment(cluster.at("/spec/bootstrap/recovery/recoveryTarget/targetTime"), name, complaints);
    }

    private static void fits(JsonNode first, JsonNode cluster, String name, Complaints complaints) {
        for (var volume : List.of("/spec/storage/size", "/spec/walStorage/size")) {
            complaints.insist(
                    gibibytes(cluster.at(volume)) >= gibibytes(first.at(volume)),
                    "%s: make %s as large as that of %s, or it does not fit",
                    name,
                    volume,
                    Rendered.name(first));
        }
        if (isServed(cluster)) {
            alike(first, cluster, name, complaints);
        }
    }

    private static int gibibytes(JsonNode size) {
        return Integer.parseInt(size.asText().replaceFirst("Gi$", ""));
    }

    private static void alike(JsonNode first, JsonNode cluster, String name, Complaints complaints) {
        for (var part :
                List.of("postgresql", "instances", "storage", "walStorage", "resources", "affinity", "managed")) {
            complaints.insist(
                    cluster.path("spec").path(part).equals(first.path("spec").path(part)),
                    "%s: set it up like %s, whose %s is another",
                    name,
                    Rendered.name(first),
                    part);
        }
    }

    private static void moment(JsonNode moment, String name, Complaints complaints) {
        try {
            if (!moment.isMissingNode()) {
                OffsetDateTime.parse(moment.asText());
            }
        } catch (DateTimeException unreadable) {
            complaints.insist(false, "%s: write the moment as 2026-01-31T13:45:00Z (it is %s)", name, moment.asText());
        }
    }
}
