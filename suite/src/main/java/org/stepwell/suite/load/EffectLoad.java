package org.stepwell.suite.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.stepwell.suite.Clinic;
import org.stepwell.suite.Http;
import org.stepwell.suite.Service;
import org.stepwell.suite.Trouble;

/**
 * An event's way as people set it off: a patient is registered over enrollment's API at a steady rate, whoever is still
 * on the way, until the row stands in aftercare's database. Other events go the same way meanwhile.
 */
final class EffectLoad implements AutoCloseable {

    static final int PER_SECOND = 10;
    static final int BACKGROUND_PER_SECOND = 50;
    private static final long LOOK_MILLIS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoadApi api;
    private final MadeUp madeUp;
    private final HttpClient http = Http.client();
    private final Connection enrollment;
    private final Connection background;
    private final Connection aftercare;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> reader;
    private @Nullable Background others;

    EffectLoad(Clinic clinic, MadeUp madeUp) throws SQLException {
        this.api = new LoadApi(clinic);
        this.madeUp = madeUp;
        enrollment = clinic.jdbc(Service.ENROLLMENT);
        background = clinic.jdbc(Service.ENROLLMENT);
        aftercare = clinic.jdbc(Service.AFTERCARE);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", clinic.bootstrap(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", clinic.bootstrap(), "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        try (var here = enrollment.createStatement();
                var there = aftercare.createStatement()) {
            here.execute("create table bare_cause (id uuid primary key, body text not null)");
            there.execute("create table bare_end (id uuid primary key, body text not null)");
        }
    }

    /** Starts the background; it goes on until this is closed. */
    void beginBackground() {
        others = new Background(background, madeUp, BACKGROUND_PER_SECOND);
    }

    /** Milliseconds from the moment a request should have been sent to the moment its effect was seen, for {@code n} of them. */
    List<Double> effects(int n) throws InterruptedException {
        Map<UUID, Long> onTheWay = new ConcurrentHashMap<>();
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        var watch = Thread.ofPlatform().start(() -> watch(onTheWay, millis, n));
        long start = System.nanoTime();
        for (int i = 0; i < n; i++) {
            long due = start + i * (TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
            LockSupport.parkNanos(due - System.nanoTime());
            var _ = http.sendAsync(registration(), HttpResponse.BodyHandlers.ofString())
                    .thenAccept(answer -> {
                        if (answer.statusCode() == 201) {
                            onTheWay.put(idOf(answer.body()), due);
                        } else {
                            refused.add(answer.body());
                        }
                    });
        }
        watch.join(PATIENCE);
        if (millis.size() < n) {
            throw new Trouble("%d of %d effects were seen; %s".formatted(millis.size(), n, refused));
        }
        return List.copyOf(millis);
    }

    private HttpRequest registration() {
        var body = LoadApi.registration(madeUp.id().toString());
        return api.request(Service.ENROLLMENT, "/patients")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static UUID idOf(String patient) {
        try {
            return UUID.fromString(JSON.readTree(patient).get("id").asText());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void watch(Map<UUID, Long> onTheWay, Queue<Double> millis, int n) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (var statement = aftercare.prepareStatement("select id from patient where id = any (?)")) {
            while (millis.size() < n && System.nanoTime() < until) {
                statement.setArray(
                        1, aftercare.createArrayOf("uuid", onTheWay.keySet().toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        var due = Objects.requireNonNull(onTheWay.remove(rows.getObject(1, UUID.class)));
                        millis.add((System.nanoTime() - due) / 1e6);
                    }
                }
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (SQLException e) {
            throw new Trouble("Aftercare's database does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same way without us: a committed row, a record there and read, a committed row. */
    List<Double> bare(int n) throws Exception {
        var partition = new TopicPartition(UnheardTopic.NAME, 0);
        reader.assign(List.of(partition));
        reader.seekToEnd(List.of(partition));
        reader.position(partition);
        var millis = new java.util.ArrayList<Double>();
        for (int i = 0; i < n; i++) {
            var id = madeUp.id();
            var body = MadeUp.body(id);
            long start = System.nanoTime();
            insert(enrollment, "bare_cause", id, body);
            producer.send(new ProducerRecord<>(UnheardTopic.NAME, 0, "bare", body.getBytes(StandardCharsets.UTF_8)))
                    .get();
            while (reader.poll(Duration.ofMillis(100)).isEmpty()) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new Trouble("The broker does not answer.");
                }
            }
            insert(aftercare, "bare_end", id, body);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }

    private static void insert(Connection database, String table, UUID id, String body) throws SQLException {
        try (var statement = database.prepareStatement("insert into %s values (?, ?)".formatted(table))) {
            statement.setObject(1, id);
            statement.setString(2, body);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        if (others != null) {
            others.close();
        }
        producer.close();
        reader.close();
        enrollment.close();
        background.close();
        aftercare.close();
    }
}
