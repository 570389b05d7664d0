package org.stepwell.suite.journey;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Service;

/**
 * An independent reader of all topics from their beginning: the numbers of each key must have no gap, and every listener
 * must have applied exactly up to the last one, with nothing parked.
 */
final class EventAudit {

    private static final Duration POLL = Duration.ofMillis(300);

    private final Clinic clinic;

    EventAudit(Clinic clinic) {
        this.clinic = clinic;
    }

    /**
     * What was found.
     *
     * @param published events on the topics, each number once
     * @param repeated records that repeat a number, which is allowed and harmless
     * @param applied events that listeners applied, summed over all listeners
     * @param lost gaps, and events a listener did not apply
     * @param traces events that belong to the trace of a request
     */
    record Finding(long published, long repeated, long applied, List<String> lost, long traces) {}

    private record Stream(String topic, String key) {}

    private static final class Seen {
        private final TreeSet<Long> numbers = new TreeSet<>();
        private long repeated;
        private boolean state;
    }

    Finding look() throws SQLException {
        var seen = new HashMap<Stream, Seen>();
        long traces = 0;
        for (var service : Service.all()) {
            for (var topic : List.of("stepwell." + service.title(), "stepwell." + service.title() + ".state")) {
                for (var record : all(topic)) {
                    var one = seen.computeIfAbsent(new Stream(topic, record.key()), _ -> new Seen());
                    one.state = topic.endsWith(".state");
                    if (!one.numbers.add(
                            Long.parseLong(header(record, "ce_sequence").orElse("0")))) {
                        one.repeated++;
                    }
                    traces += header(record, "traceparent").isPresent() ? 1 : 0;
                }
            }
        }
        var lost = new ArrayList<String>();
        seen.forEach((stream, one) -> gaps(stream, one, lost));
        long applied = applied(seen, lost);
        return new Finding(
                seen.values().stream().mapToLong(one -> one.numbers.size()).sum(),
                seen.values().stream().mapToLong(one -> one.repeated).sum(),
                applied,
                lost,
                traces);
    }

    /** How many different events of a type were told about these patients. */
    long told(String topic, String type, Collection<String> patients) {
        return all(topic).stream()
                .filter(record -> patients.contains(record.key()))
                .filter(record -> header(record, "ce_type").filter(type::equals).isPresent())
                .map(record -> record.key() + header(record, "ce_sequence").orElse(""))
                .distinct()
                .count();
    }

    /** The traces in which a type of event was told about a patient. */
    Set<String> traces(String topic, String type, String patient) {
        return all(topic).stream()
                .filter(record -> patient.equals(record.key()))
                .filter(record -> header(record, "ce_type").filter(type::equals).isPresent())
                .flatMap(record -> header(record, "traceparent").stream())
                .map(parent -> parent.substring(3, 35))
                .collect(Collectors.toSet());
    }

    /** A compacted topic may have forgotten older records, so only facts are counted from one. */
    private static void gaps(Stream stream, Seen seen, List<String> lost) {
        if (!seen.state && seen.numbers.last() != seen.numbers.size()) {
            lost.add("%s %s has %d of %d numbers"
                    .formatted(stream.topic(), stream.key(), seen.numbers.size(), seen.numbers.last()));
        }
    }

    private long applied(Map<Stream, Seen> seen, List<String> lost) throws SQLException {
        long applied = 0;
        for (var listener : Settled.LISTENERS.entrySet()) {
            var service = Service.named(listener.getKey()).orElseThrow();
            var cursors = cursors(service);
            for (var stream : seen.entrySet()) {
                if (listener.getValue().contains(publisher(stream.getKey().topic()))) {
                    long last = stream.getValue().numbers.last();
                    long cursor = cursors.getOrDefault(stream.getKey(), 0L);
                    applied += Math.min(cursor, stream.getValue().numbers.size());
                    if (cursor != last) {
                        lost.add("%s applied %d of %d of %s %s"
                                .formatted(
                                        service.title(),
                                        cursor,
                                        last,
                                        stream.getKey().topic(),
                                        stream.getKey().key()));
                    }
                }
            }
        }
        return applied;
    }

    private Map<Stream, Long> cursors(Service service) throws SQLException {
        var cursors = new HashMap<Stream, Long>();
        try (var connection = clinic.jdbc(service);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select topic, key, last from platform.cursor")) {
            while (rows.next()) {
                cursors.put(new Stream(rows.getString(1), rows.getString(2)), rows.getLong(3));
            }
        }
        return cursors;
    }

    private List<ConsumerRecord<String, byte[]>> all(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", clinic.bootstrap(), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
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
            return found;
        }
    }

    private static String publisher(String topic) {
        return topic.replace("stepwell.", "").replace(".state", "");
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? Optional.empty() : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
