package org.stepwell.platform.audit;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.database.Uuid7;

/**
 * Tells the head of the chain to those who do not belong to the database: a compacted topic, and a file where one is
 * named. Whoever cuts or rewrites the log would have to reach them, too.
 */
@Singleton
class Anchors {

    private static final int WAIT_MILLIS_MAX = 2_000;
    private static final int READ_MILLIS_MAX = 30_000;

    private final Map<String, Object> broker;
    private final String service;
    private final UUID process = Uuid7.next();
    private final Optional<Path> file;
    private final Optional<GivenUp> givenUp;
    private @Nullable KafkaProducer<String, String> producer;

    Anchors(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "stepwell.audit.anchor") Optional<Path> file,
            @ConfigProperty(name = "stepwell.audit.given-up") Optional<String> givenUp) {
        this.broker = broker;
        this.service = service;
        this.file = file;
        this.givenUp = givenUp.map(GivenUp::parse);
    }

    /** Keeps an anchor in both places; the file comes first, because it is always there. */
    void keep(AuditAnchor anchor) throws IOException, InterruptedException {
        if (file.isPresent()) {
            append(file.get(), anchor);
        }
        send(anchor);
    }

    /** The last one that any process of this service kept, from the file where there is one, or else from the topic. */
    Optional<AuditAnchor> newest() throws IOException {
        if (file.isPresent()) {
            return Files.exists(file.get())
                    ? Files.readAllLines(file.get()).stream()
                            .filter(line -> !line.isBlank())
                            .map(AuditAnchor::parse)
                            .filter(this::counts)
                            .reduce((_, later) -> later)
                    : Optional.empty();
        }
        return newestOnTopic();
    }

    private Optional<AuditAnchor> newestOnTopic() {
        var settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, READ_MILLIS_MAX);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(AuditAnchor.TOPIC).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var newest = Optional.<AuditAnchor>empty();
            while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(WAIT_MILLIS_MAX))) {
                    if (AuditAnchor.serviceOf(record.key()).equals(service)) {
                        newest = later(newest, AuditAnchor.parse(record.value()));
                    }
                }
            }
            return newest;
        }
    }

    private Optional<AuditAnchor> later(Optional<AuditAnchor> newest, AuditAnchor anchor) {
        return counts(anchor)
                ? newest.filter(known -> known.at().isAfter(anchor.at())).or(() -> Optional.of(anchor))
                : newest;
    }

    private boolean counts(AuditAnchor anchor) {
        return givenUp.stream().noneMatch(end -> end.concerns(anchor));
    }

    private static void append(Path file, AuditAnchor anchor) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(ByteBuffer.wrap((anchor.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
    }

    private void send(AuditAnchor anchor) throws IOException, InterruptedException {
        try {
            producer()
                    .send(new ProducerRecord<>(AuditAnchor.TOPIC, anchor.key(service, process), anchor.line()))
                    .get();
        } catch (ExecutionException | KafkaException e) {
            close();
            throw new IOException("the broker did not take the anchor", e);
        }
    }

    private KafkaProducer<String, String> producer() {
        if (producer == null) {
            var settings = new HashMap<>(broker);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WAIT_MILLIS_MAX);
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, WAIT_MILLIS_MAX);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, WAIT_MILLIS_MAX);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
