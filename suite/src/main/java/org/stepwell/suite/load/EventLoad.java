package org.stepwell.suite.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/** Events through the real outbox, relay, broker and consumers, beside a bare producer and bare SQL. */
final class EventLoad implements AutoCloseable {

    private static final String STATE = "stepwell.enrollment.state";
    private static final String UNHEARD = "stepwell.consent";
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final Random random;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> reader;
    private final Connection enrollment;
    private final Connection aftercare;

    EventLoad(Clinic clinic, long seed) throws SQLException {
        random = new Random(seed);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", clinic.bootstrap(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", clinic.bootstrap(), "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        enrollment = clinic.jdbc(Service.ENROLLMENT);
        aftercare = clinic.jdbc(Service.AFTERCARE);
    }

    /** So that the first figure does not measure class loading. */
    void warmUp() throws Exception {
        for (int i = 0; i < 100; i++) {
            oneEffectMillis();
        }
    }

    /** Commit in enrollment's database to effect committed in aftercare's, one event at a time. */
    Figure eventToEffect(int n) throws Exception {
        var ours = new double[n];
        var bare = new double[n];
        var partition = new TopicPartition(UNHEARD, 0);
        reader.assign(List.of(partition));
        reader.seekToEnd(List.of(partition));
        reader.position(partition);
        for (int i = 0; i < n; i++) {
            ours[i] = oneEffectMillis();
            bare[i] = oneRoundTripMillis();
        }
        return Figure.times("eventToEffect", "ms", ours, bare, "p95 250");
    }

    private double oneEffectMillis() throws SQLException {
        var patient = id();
        long start = System.nanoTime();
        append(1, STATE, "patient/" + patient, patient);
        awaitCount(aftercare, "select count(*) from platform.cursor where key = 'patient/" + patient + "'", 1, start);
        return (System.nanoTime() - start) / 1e6;
    }

    private double oneRoundTripMillis() throws ExecutionException, InterruptedException {
        long start = System.nanoTime();
        producer.send(new ProducerRecord<>(UNHEARD, 0, "bare", body(id()))).get();
        while (reader.poll(Duration.ofMillis(100)).isEmpty()) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new Trouble("The broker does not answer.");
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** A full outbox until it is empty, beside a bare producer that sends as many. */
    Figure relayEventsPerSecond(int n) throws Exception {
        long start = System.nanoTime();
        append(n, UNHEARD, "load/" + id() + "/", id());
        awaitCount(enrollment, "select count(*) from platform.outbox", 0, start);
        double ours = n / ((System.nanoTime() - start) / 1e9);

        long bareStart = System.nanoTime();
        var sent = new ArrayList<Future<RecordMetadata>>(n);
        for (int i = 0; i < n; i++) {
            sent.add(producer.send(new ProducerRecord<>(UNHEARD, "bare/" + i, body(id()))));
        }
        for (var one : sent) {
            one.get();
        }
        return Figure.value(
                "relayEventsPerSecond", "1/s", n, ours, n / ((System.nanoTime() - bareStart) / 1e9), "2000");
    }

    /** Records on the broker until aftercare has applied all, beside the same rows in bare SQL, 100 a transaction. */
    Figure effectsPerSecond(int n) throws Exception {
        var run = id();
        long start = System.nanoTime();
        var sent = new ArrayList<Future<RecordMetadata>>(n);
        for (int i = 0; i < n; i++) {
            sent.add(producer.send(patientChanged(run, i)));
        }
        for (var one : sent) {
            one.get();
        }
        awaitCount(
                aftercare,
                "select count(*) from platform.cursor where key like 'patient/" + run.substring(0, 24) + "%'",
                n,
                start);
        double ours = n / ((System.nanoTime() - start) / 1e9);
        return Figure.value("effectsPerSecond", "1/s", n, ours, n / bareEffectsSeconds(n), "1000");
    }

    private double bareEffectsSeconds(int n) throws SQLException {
        try (var statement = aftercare.createStatement()) {
            statement.execute("create unlogged table if not exists bare_effect (key text primary key, body text)");
        }
        aftercare.setAutoCommit(false);
        long start = System.nanoTime();
        try (var insert =
                aftercare.prepareStatement("insert into bare_effect values (?, ?) on conflict (key) do nothing")) {
            for (int i = 1; i <= n; i++) {
                insert.setString(1, id());
                insert.setString(2, new String(body(id()), StandardCharsets.UTF_8));
                insert.addBatch();
                if (i % 100 == 0) {
                    insert.executeBatch();
                    aftercare.commit();
                }
            }
        } finally {
            aftercare.setAutoCommit(true);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The run's patients share the first 24 characters of their id. */
    private ProducerRecord<String, byte[]> patientChanged(String run, int i) {
        var patient = run.substring(0, 24) + "%012x".formatted(i);
        var record = new ProducerRecord<>(STATE, "patient/" + patient, body(patient));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id(),
                        "ce_type", "patient-changed.v1",
                        "ce_source", "/stepwell/load",
                        "ce_time", "2026-01-01T00:00:00Z",
                        "ce_clinic", DemoClinic.RIVERSIDE,
                        "ce_sequence", "1",
                        "ce_actor", "service:load")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** What a service's transaction would leave in the outbox: counters drawn, rows written, one commit. */
    private void append(int n, String topic, String key, String patient) throws SQLException {
        try (var statement = enrollment.prepareStatement("""
                with said as (
                    select ? || case when ? = 1 then '' else i::text end as key from generate_series(1, ?) i
                ), drawn as (
                    insert into platform.stream (topic, key, last) select ?, key, 1 from said returning key, last
                )
                insert into platform.outbox (id, topic, key, sequence, type, time, clinic, actor, body)
                select gen_random_uuid(), ?, key, last, 'patient-changed.v1', now(), ?::uuid, 'service:load', ? from drawn
                """)) {
            statement.setString(1, key);
            statement.setInt(2, n);
            statement.setInt(3, n);
            statement.setString(4, topic);
            statement.setString(5, topic);
            statement.setString(6, DemoClinic.RIVERSIDE);
            statement.setString(7, new String(body(patient), StandardCharsets.UTF_8));
            statement.executeUpdate();
        }
    }

    private static byte[] body(String patient) {
        return """
                {"patient":"%s","language":"en","zone":null,"rules":{"phone":true,"textMessage":false,"email":false,\
                "voicemail":false},"contact":"c2VhbGVk","at":"2026-01-01T00:00:00Z"}""".formatted(patient).getBytes(StandardCharsets.UTF_8);
    }

    private static void awaitCount(Connection database, String count, long expected, long start) throws SQLException {
        try (var statement = database.createStatement()) {
            while (true) {
                try (var row = statement.executeQuery(count)) {
                    if (row.next() && row.getLong(1) == expected) {
                        return;
                    }
                }
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new Trouble("Waited in vain for: " + count);
                }
            }
        }
    }

    private String id() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }

    @Override
    public void close() throws SQLException {
        producer.close();
        reader.close();
        enrollment.close();
        aftercare.close();
    }
}
