package org.stepwell.platform.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What the broker has of us behind the place that our database knows: nothing but the last moment as a rule, and after the database was
 * put back, all that it has forgotten. It is read before anything more is carried, so that no number is given twice: whoever
 * hears a number again takes it for a copy, and would never hear what is new.
 */
@Singleton
class Recollection {

    private static final Logger LOG = Logger.getLogger(Recollection.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int ANSWER_MILLIS_MAX = 10_000;

    private final Map<String, Object> broker;
    private final String service;

    Recollection(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.broker = broker;
        this.service = service;
    }

    /**
     * Reads to the end of each topic that this service writes to.
     *
     * @param gotSomewhere called for each part of it: after a restore there may be much to read
     */
    void catchUp(Connection connection, Runnable gotSomewhere) throws SQLException {
        var known = CarriedTable.known(connection);
        try (var kafka = kafka()) {
            var partitions = partitions(kafka, topics(connection, known.keySet()));
            var ends = kafka.endOffsets(partitions);
            kafka.assign(partitions);
            seek(kafka, known, ends);
            while (partitions.stream().anyMatch(one -> kafka.position(one) < ends.getOrDefault(one, 0L))) {
                learn(connection, kafka.poll(POLL));
                gotSomewhere.run();
            }
            CarriedTable.keep(connection, ends);
        }
    }

    private void learn(Connection connection, Iterable<ConsumerRecord<String, byte[]>> records) throws SQLException {
        var ours = StreamSupport.stream(records.spliterator(), false)
                .filter(this::isOurs)
                .map(Sent::of)
                .flatMap(List::stream)
                .toList();
        int forgotten = ours.isEmpty() ? 0 : new Forgotten(connection).learn(ours);
        if (forgotten > 0) {
            LOG.warnf(
                    "the others have heard %d events that this database does not know, see platform.forgotten: was it put back?",
                    forgotten);
        }
    }

    /** Where a topic was emptied, its offsets begin anew, and so do we. */
    private static void seek(
            KafkaConsumer<?, ?> kafka, Map<TopicPartition, Long> known, Map<TopicPartition, Long> ends) {
        var begins = kafka.beginningOffsets(ends.keySet());
        ends.forEach((partition, end) -> {
            long begin = begins.getOrDefault(partition, 0L);
            long from = known.getOrDefault(partition, 0L);
            if (from > 0 && from < begin) {
                LOG.errorf(
                        "%s begins at %d, and this database knows it to %d: numbers that were given between may be given again",
                        partition, begin, from);
            }
            kafka.seek(partition, from > end ? begin : Math.max(from, begin));
        });
    }

    /** The topics of its own, and those on which it has said something. */
    private Set<String> topics(Connection connection, Set<TopicPartition> known) throws SQLException {
        var topics = new HashSet<String>(Set.of("stepwell." + service, "stepwell." + service + ".state"));
        known.forEach(partition -> topics.add(partition.topic()));
        topics.addAll(CarriedTable.said(connection));
        return topics;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> kafka, Set<String> topics) {
        return kafka.listTopics().entrySet().stream()
                .filter(topic -> topics.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        return OutboxBatch.sourceOf(service).equals(Headers.find(record, "ce_source"));
    }

    /** A record that is ours, and is therefore readable. */
    record Sent(Envelope envelope, String topic, String key) {

        static List<Sent> of(ConsumerRecord<String, byte[]> record) {
            try {
                return List.of(new Sent(Headers.read(record), record.topic(), record.key()));
            } catch (UnreadableEvent e) {
                LOG.errorf("%s has a record of ours at %d that can not be read", record.topic(), record.offset());
                return List.of();
            }
        }
    }

    private KafkaConsumer<String, byte[]> kafka() {
        var settings = new HashMap<>(broker);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS_MAX);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
