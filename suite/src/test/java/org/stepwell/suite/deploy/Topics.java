package org.stepwell.suite.deploy;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.TopicConfig;
import org.stepwell.platform.testing.LocalKafka.TopicSpec;

/** The topics are those of the code, with as many partitions, kept as it says, on enough brokers. */
final class Topics implements Check {

    private static final String FACTS_MILLIS = "1209600000";

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var expected =
                org.stepwell.platform.testing.Topics.all().stream().collect(toMap(TopicSpec::name, each -> each));
        complaints.same(
                "The broker",
                rendered.names("KafkaTopic"),
                new TreeSet<>(expected.keySet()),
                "the topics are those of docs/events.md");
        var brokers = rendered.named("KafkaNodePool", "broker")
                .map(pool -> pool.at("/spec/replicas").asInt())
                .orElse(0);
        for (JsonNode topic : rendered.all("KafkaTopic")) {
            var name = "KafkaTopic " + Rendered.name(topic);
            var spec = expected.get(Rendered.name(topic));
            complaints.same(name, topic, "/metadata/labels/strimzi.io~1cluster", "stepwell");
            if (spec != null) {
                complaints.same(name, topic, "/spec/partitions", Integer.toString(spec.partitions()));
                complaints.same(name, topic, "/spec/config/cleanup.policy", spec.compacted() ? "compact" : "delete");
                complaints.insist(
                        spec.compacted()
                                || topic.at("/spec/config/retention.ms")
                                        .asText()
                                        .equals(FACTS_MILLIS),
                        "%s: keep facts for fourteen days (retention.ms %s)",
                        name,
                        FACTS_MILLIS);
            }
            complaints.same(name, topic, "/spec/replicas", Integer.toString(Math.min(3, brokers)));
            complaints.same(name, topic, "/spec/config/min.insync.replicas", brokers >= 3 ? "2" : "1");
            topic.at("/spec/config")
                    .fieldNames()
                    .forEachRemaining(key -> complaints.insist(
                            KNOWN.contains(key), "%s: Kafka knows no setting %s; correct it", name, key));
        }
        broker(rendered, complaints);
        return complaints.all();
    }

    private static final Set<String> KNOWN = Set.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.RETENTION_MS_CONFIG,
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);

    private static void broker(Rendered rendered, Complaints complaints) {
        for (JsonNode kafka : rendered.all("Kafka")) {
            var listeners = kafka.at("/spec/kafka/listeners");
            complaints.insist(
                    listeners.size() == 1
                            && listeners.at("/0/tls").asBoolean()
                            && listeners.at("/0/authentication/type").asText().equals("tls"),
                    "Kafka %s: listen with mutual TLS, and in no other way",
                    Rendered.name(kafka));
            complaints.same("Kafka", kafka, "/spec/kafka/authorization/type", "simple");
            complaints.same("Kafka", kafka, "/spec/kafka/config/auto.create.topics.enable", "false");
            complaints.same("Kafka", kafka, "/spec/kafka/config/unclean.leader.election.enable", "false");
            complaints.insist(
                    listeners.at("/0/networkPolicyPeers/0").isObject(),
                    "Kafka: say networkPolicyPeers, or Strimzi opens the listener to every pod");
        }
    }
}
