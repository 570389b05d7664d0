package org.stepwell.platform.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All anchors that the topic still has, by service; read without a group, so that nobody's place is moved. */
public final class AnchorsOnTopic {

    private static final Duration POLL = Duration.ofMillis(200);

    private AnchorsOnTopic() {}

    /** Reads the topic to its end; a broker that can not be read is an error, because no verdict rests on half of it. */
    public static Map<String, List<AuditAnchor>> read(Map<String, Object> broker, Duration waitMax) {
        var found = new LinkedHashMap<String, List<AuditAnchor>>();
        var settings = new HashMap<>(broker);
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", Math.toIntExact(waitMax.toMillis()));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(AuditAnchor.TOPIC).stream()
                    .map(info -> new TopicPartition(AuditAnchor.TOPIC, info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new KafkaException("there is no such topic");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL)
                        .forEach(record -> found.computeIfAbsent(
                                        AuditAnchor.serviceOf(record.key()), _ -> new ArrayList<>())
                                .add(AuditAnchor.parse(record.value())));
            }
        }
        return found;
    }
}
