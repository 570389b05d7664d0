package org.stepwell.suite.journey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.stepwell.platform.audit.AuditAnchor;

/** Reads all that is on our topics, from the beginning, without being one of the listeners. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(300);

    private final String bootstrap;

    public TopicReader(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * All records of a topic.
     *
     * @param forgets whether older ones are gone by the topic's own rules: retention, or compaction
     */
    public record Content(List<ConsumerRecord<String, byte[]>> records, boolean forgets) {}

    /** Our topics of events, by name; anchors of the audit are none. */
    List<String> topics() {
        try (var consumer = consumer()) {
            return consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.startsWith("stepwell.") && !topic.equals(AuditAnchor.TOPIC))
                    .sorted()
                    .toList();
        }
    }

    /** What is on a topic now. A topic that has fewer records than its offsets say has forgotten some. */
    public Content all(String topic) {
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL).forEach(found::add);
            }
            long ever = ends.values().stream().mapToLong(Long::longValue).sum();
            return new Content(found, found.size() < ever);
        }
    }

    static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
