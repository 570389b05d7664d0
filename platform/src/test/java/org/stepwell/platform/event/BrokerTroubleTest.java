package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwell.platform.testing.LocalKafka;
import org.stepwell.platform.testing.LocalKafka.TopicSpec;
import org.stepwell.platform.testing.StepwellTestResource;

/** A batch and a broker of its own that ends, and that does not take everything. Nothing here is committed. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class BrokerTroubleTest {

    private static final String TOPIC = "stepwell.trouble";
    private static final int MORE_THAN_A_BROKER_TAKES = 2_000_000;

    @Inject
    DataSource dataSource;

    @TempDir
    Path directory;

    private LocalKafka kafka;
    private OutboxBatch batch;
    private Connection connection;

    @BeforeEach
    void setUp() throws Exception {
        kafka = LocalKafka.start(directory.resolve("kafka"), 0, 0);
        kafka.createTopics(List.of(TopicSpec.register(TOPIC)));
        Map<String, Object> impatient = Map.of(
                "bootstrap.servers",
                kafka.bootstrap(),
                "delivery.timeout.ms",
                1_000,
                "request.timeout.ms",
                500,
                "max.block.ms",
                1_000);
        batch = new OutboxBatch(impatient, "test");
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void tearDown() throws SQLException {
        connection.rollback();
        connection.close();
        batch.close();
        kafka.close();
    }

    @Test
    void whatABrokerThatDiedDidNotTakeWaitsAndIsSaidWhenItIsBack() throws Exception {
        said("maya", 1, 2);
        carried();
        kafka.close();
        said("maya", 2, 2);
        said("maya", 3, 2);

        assertThatThrownBy(() -> batch.carry(connection)).hasMessageContaining("the broker did not take " + TOPIC);

        assertThat(waiting()).containsExactly("maya 2", "maya 3");
        int port = Integer.parseInt(kafka.bootstrap().replaceAll(".*:", ""));
        kafka = LocalKafka.start(directory.resolve("kafka"), port, 0);
        carried();
        assertThat(waiting()).isEmpty();
        assertThat(heard()).containsExactly("maya 1", "maya 2", "maya 3");
    }

    @Test
    void whatCameBeforeARecordThatIsRefusedArrivesOnceAndNothingOvertakesIt() throws Exception {
        said("maya", 1, 2);
        said("sam", 1, 2);
        said("maya", 2, MORE_THAN_A_BROKER_TAKES);
        said("maya", 3, 2);

        assertThatThrownBy(() -> batch.carry(connection))
                .hasMessageContaining("the broker did not take " + TOPIC)
                .hasMessageEndingWith("RecordTooLargeException");
        assertThatThrownBy(() -> batch.carry(connection)).hasMessageContaining("the broker did not take " + TOPIC);

        assertThat(waiting()).containsExactly("maya 2", "maya 3");
        assertThat(heard()).containsExactly("maya 1", "sam 1");
    }

    /** A broker that has only just started may need a second try. */
    private void carried() throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!waiting().isEmpty() && System.nanoTime() < deadline) {
            try {
                batch.carry(connection);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("the broker did not take");
            }
        }
    }

    private void said(String key, long sequence, int size) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into platform.outbox (id, topic, key, sequence, type, time, clinic, actor, body)
                values (gen_random_uuid(), ?, ?, ?, 'none', now(), gen_random_uuid(), 'service:test', repeat('x', ?))
                """)) {
            insert.setString(1, TOPIC);
            insert.setString(2, key);
            insert.setLong(3, sequence);
            insert.setInt(4, size);
            insert.executeUpdate();
        }
    }

    private List<String> waiting() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select key, sequence from platform.outbox where topic = '%s' order by position"
                                .formatted(TOPIC))) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1) + " " + rows.getLong(2));
            }
            return found;
        }
    }

    private List<String> heard() {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long end = consumer.endOffsets(partition).getOrDefault(partition.getFirst(), 0L);
            var found = new ArrayList<String>();
            while (consumer.position(partition.getFirst()) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> found.add(record.key() + " " + Headers.find(record, "ce_sequence")));
            }
            return found;
        }
    }
}
