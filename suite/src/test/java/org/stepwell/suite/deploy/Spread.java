package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** A node that goes, or a zone, takes one of three along and not two: services where they can, brokers and databases in any case. */
final class Spread implements Check {

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String NODE = "kubernetes.io/hostname";

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        for (var pod : rendered.services()) {
            for (var where : List.of(ZONE, NODE)) {
                complaints.insist(
                        constraints(pod.spec(), where)
                                .anyMatch(each -> Rendered.selects(each.path("labelSelector"), pod.labels())
                                        && each.path("matchLabelKeys")
                                                .toString()
                                                .contains("pod-template-hash")),
                        "%s: spread its own replicas over %s, each release by itself (topologySpreadConstraints, matchLabelKeys)",
                        pod.name(),
                        where);
            }
        }
        for (JsonNode pool : rendered.all("KafkaNodePool")) {
            if (pool.at("/spec/replicas").asInt() > 1) {
                keptApart(pool, pool.at("/spec/template/pod"), "strimzi.io/pool-name", complaints);
                complaints.insist(
                        Rendered.stream(pool.at("/spec/template/pod/affinity/podAntiAffinity"
                                        + "/requiredDuringSchedulingIgnoredDuringExecution"))
                                .anyMatch(each ->
                                        each.path("topologyKey").asText().equals(NODE)
                                                && ownLabel(pool, each, "strimzi.io/pool-name")),
                        "KafkaNodePool %s: keep each on a node of its own (podAntiAffinity, required)",
                        Rendered.name(pool));
            }
        }
        for (JsonNode cluster : rendered.all("Cluster")) {
            if (cluster.at("/spec/instances").asInt() > 1) {
                keptApart(cluster, cluster.path("spec"), "cnpg.io/cluster", complaints);
                complaints.same("Cluster", cluster, "/spec/affinity/podAntiAffinityType", "required");
                complaints.same("Cluster", cluster, "/spec/affinity/topologyKey", NODE);
            }
        }
        return complaints.all();
    }

    /** Two of three in one zone, and the zone gone: what is left takes no writes. */
    private static void keptApart(JsonNode object, JsonNode pod, String label, Complaints complaints) {
        complaints.insist(
                constraints(pod, ZONE)
                        .anyMatch(
                                each -> each.path("whenUnsatisfiable").asText().equals("DoNotSchedule")
                                        && each.path("maxSkew").asInt() == 1
                                        && ownLabel(object, each, label)),
                "%s %s: keep each in a zone of its own (topologySpreadConstraints, DoNotSchedule)",
                object.path("kind").asText(),
                Rendered.name(object));
    }

    private static boolean ownLabel(JsonNode object, JsonNode rule, String label) {
        return rule.at("/labelSelector/matchLabels").path(label).asText().equals(Rendered.name(object));
    }

    private static Stream<JsonNode> constraints(JsonNode pod, String where) {
        return Rendered.stream(pod.path("topologySpreadConstraints"))
                .filter(each -> each.path("topologyKey").asText().equals(where));
    }
}
