package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Who is in the namespace: the pods of our manifests, and those that operators make of them. */
final class Parties {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Parties() {}

    /** A kind of pod by the name that docs/security.md calls it, with the labels it has. */
    record Party(String name, JsonNode labels) {}

    static List<Party> of(Rendered rendered) {
        var parties = new ArrayList<Party>();
        rendered.pods().forEach(pod -> parties.add(new Party(Rendered.name(pod.owner()), pod.labels())));
        if (!rendered.all("Kafka").isEmpty()) {
            parties.add(made("kafka", "strimzi.io/name", "stepwell-kafka", "strimzi-cluster-operator"));
            parties.add(
                    made("kafka-entities", "strimzi.io/name", "stepwell-entity-operator", "strimzi-cluster-operator"));
        }
        if (rendered.all("Kafka").stream()
                .anyMatch(kafka -> kafka.at("/spec/kafkaExporter").isObject())) {
            parties.add(
                    made("kafka-exporter", "strimzi.io/name", "stepwell-kafka-exporter", "strimzi-cluster-operator"));
        }
        if (!rendered.all("Keycloak").isEmpty()) {
            parties.add(made("keycloak", "app", "keycloak", "keycloak-operator"));
        }
        for (JsonNode cluster : rendered.all("Cluster")) {
            var name = Rendered.name(cluster);
            var party = made(name, "cnpg.io/cluster", name, "cloudnative-pg");
            if (cluster.at("/spec/inheritedMetadata/labels") instanceof ObjectNode inherited) {
                ((ObjectNode) party.labels()).setAll(inherited);
            }
            parties.add(party);
        }
        return parties;
    }

    /** With the labels that its operator gives it. */
    private static Party made(String name, String label, String value, String operator) {
        return new Party(name, JSON.createObjectNode().put(label, value).put("app.kubernetes.io/managed-by", operator));
    }
}
