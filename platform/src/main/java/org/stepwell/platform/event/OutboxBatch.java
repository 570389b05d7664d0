package org.stepwell.platform.event;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.ClinicId;

/** One batch on its way: read, send all, await all, delete. What was sent but not deleted is sent again; cursors see that. */
@Singleton
class OutboxBatch {

    private static final int ROWS_MAX = 500;
    private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;

    private final Map<String, Object> broker;
    private final String source;
    private final Map<TopicPartition, Long> known = new HashMap<>();
    private @Nullable KafkaProducer<String, byte[]> producer;
    private String why = "";

    OutboxBatch(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.broker = broker;
        this.source = sourceOf(application);
    }

    /** What events of a service name as their source. */
    static String sourceOf(String application) {
        return "/stepwell/" + application;
    }

    /** Carries up to a batch of rows; answers how many. */
    int carry(Connection connection) throws SQLException, InterruptedException {
        var positions = new ArrayList<Long>();
        var messages = read(connection, positions);
        if (messages.isEmpty()) {
            return 0;
        }
        int carried = sendAll(messages);
        try (var delete = connection.prepareStatement("delete from platform.outbox where position = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", positions.subList(0, carried).toArray()));
            delete.executeUpdate();
        }
        if (carried < messages.size()) {
            throw new IllegalStateException("the broker did not take %s (position %d of the outbox): %s"
                    .formatted(messages.get(carried).topic(), positions.get(carried), why));
        }
        return positions.size();
    }

    private List<ProducerRecord<String, byte[]>> read(Connection connection, List<Long> positions) throws SQLException {
        var messages = new ArrayList<ProducerRecord<String, byte[]>>();
        try (var statement = connection.prepareStatement(
                        "select * from platform.outbox order by position limit " + ROWS_MAX);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                positions.add(rows.getLong("position"));
                messages.add(message(rows));
            }
        }
        return messages;
    }

    private ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException {
        var key = row.getString("key");
        var message = new ProducerRecord<>(
                row.getString("topic"), key, row.getString("body").getBytes(StandardCharsets.UTF_8));
        var envelope = new Envelope(
                row.getObject("id", UUID.class),
                row.getString("type"),
                source,
                row.getObject("time", java.time.OffsetDateTime.class).toInstant(),
                new ClinicId(row.getObject("clinic", UUID.class)),
                row.getLong("sequence"),
                row.getString("actor"),
                row.getObject("causation", UUID.class),
                row.getString("traceparent"));
        Headers.write(envelope, key, message);
        return message;
    }

    /**
     * Sends all; answers how many the broker has, counted from the first. What is refused before it leaves (too large, no
     * such topic) ends the sending, and those before it still arrive. What is lost on its way closes the producer without a
     * flush, so that nothing of its key overtakes it.
     */
    private int sendAll(List<ProducerRecord<String, byte[]>> messages) throws InterruptedException {
        var open = producer();
        var sent = new ArrayList<Future<RecordMetadata>>(messages.size());
        int carried = 0;
        try {
            for (var message : messages) {
                var one = send(open, message);
                sent.add(one);
                if (one.state() == Future.State.FAILED) {
                    break;
                }
            }
            for (var one : sent) {
                var acknowledged = one.get();
                known.put(
                        new TopicPartition(acknowledged.topic(), acknowledged.partition()), acknowledged.offset() + 1);
                carried++;
            }
        } catch (ExecutionException | KafkaException | IllegalStateException e) {
            why = (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
            open.close(Duration.ZERO);
            producer = null;
        }
        return carried;
    }

    private static Future<RecordMetadata> send(
            KafkaProducer<String, byte[]> open, ProducerRecord<String, byte[]> message) {
        var sender = Thread.currentThread();
        return open.send(message, (_, failure) -> {
            if (failure != null && Thread.currentThread() != sender) {
                open.close(Duration.ZERO);
            }
        });
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            var settings = new HashMap<String, Object>();
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS / 2);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
            settings.putAll(broker);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    /** How far the topics are known by what the broker has acknowledged; whoever takes it, keeps it. */
    Map<TopicPartition, Long> takeKnown() {
        var taken = Map.copyOf(known);
        known.clear();
        return taken;
    }

    void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
            producer = null;
        }
    }
}
