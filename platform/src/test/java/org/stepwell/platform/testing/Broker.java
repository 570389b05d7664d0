package org.stepwell.platform.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.stepwell.contracts.Event;
import org.stepwell.contracts.Routing;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.event.EventFamily;

/** The broker as other services use it: says what they would say, and hears what the tested one says. */
public final class Broker {

    private static final Map<String, Long> NUMBERS = new HashMap<>();

    private Broker() {}

    /** Says an event of another service at Riverside, with the next number of its key. */
    public static void say(Event event) {
        say(Person.RIVERSIDE, event);
    }

    /** Says an event of another service, with the next number of its key. */
    public static synchronized void say(ClinicId clinic, Event event) {
        var topic = Routing.topicOf(event.getClass()).value();
        say(clinic, event, NUMBERS.merge(topic + " " + Routing.keyOf(clinic, event), 1L, Long::sum));
    }

    /** Says something in place of an event, with the next number of its key, that nobody can read: it is parked. */
    public static synchronized void garble(ClinicId clinic, Event event) {
        var topic = Routing.topicOf(event.getClass()).value();
        var key = Routing.keyOf(clinic, event);
        long next = NUMBERS.merge(topic + " " + key, 1L, Long::sum);
        send(record(topic, key, EventFamily.wireName(event.getClass()), "no JSON", clinic, next));
    }

    /** Says an event with a number of one's choice: a repetition or a gap. */
    public static void say(ClinicId clinic, Event event, long sequence) {
        var record = record(
                Routing.topicOf(event.getClass()).value(),
                Routing.keyOf(clinic, event),
                EventFamily.wireName(event.getClass()),
                EventFamily.write(event),
                clinic,
                sequence);
        send(record);
    }

    /** A record as the relay would write it. */
    public static ProducerRecord<String, byte[]> record(
            String topic, String key, String type, String body, ClinicId clinic, long sequence) {
        var record = new ProducerRecord<>(topic, key, body.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/stepwell/test",
                        "ce_time",
                        Instant.EPOCH.toString(),
                        "ce_clinic",
                        clinic.toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_actor",
                        "service:test")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Sends a record and waits until the broker has it. */
    public static void send(ProducerRecord<String, byte[]> record) {
        try {
            Clients.PRODUCER.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything on a topic, from its beginning. */
    public static List<ConsumerRecord<String, byte[]>> all(String topic) {
        synchronized (Clients.CONSUMER) {
            var consumer = Clients.CONSUMER;
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }

    /** One of each for all tests of an application: to connect anew for each event would take longer than the event. */
    private static final class Clients {
        private static final Map<String, Object> SETTINGS = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "enable.auto.commit",
                false);
        static final KafkaProducer<String, byte[]> PRODUCER =
                new KafkaProducer<>(SETTINGS, new StringSerializer(), new ByteArraySerializer());
        static final KafkaConsumer<String, byte[]> CONSUMER =
                new KafkaConsumer<>(SETTINGS, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** What was said about a key, as {@code type body}, in order; for a state, in whatever clinic. */
    public static List<String> said(String topic, Object key) {
        return all(topic).stream()
                .filter(record -> record.key() != null
                        && (record.key().equals(key.toString()) || record.key().endsWith("/" + key)))
                .map(record -> header(record, "ce_type") + " " + new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** One header of a record; empty where it is missing. */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
