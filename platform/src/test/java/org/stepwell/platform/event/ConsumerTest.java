package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.Pulse;
import org.stepwell.platform.time.WallClock;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ConsumerTest {

    private static final Map<String, Object> NOWHERE =
            Map.of("bootstrap.servers", "kafka.invalid:9092", "group.id", "test");

    @Inject
    Cursors cursors;

    @Inject
    Parked parked;

    @Inject
    HeardTable heard;

    @Inject
    Sql sql;

    @Inject
    WallClock wall;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Collection<Long> numbers = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean databaseIsAway = new AtomicBoolean();

    @Test
    void aBrokerWhoseNameDoesNotResolveIsAskedForAgainAndAgain() throws InterruptedException {
        var asked = new AtomicInteger();
        var consumer = consumer(() -> {
            asked.incrementAndGet();
            return kafka(NOWHERE);
        });

        var loop = Thread.ofPlatform().start(consumer);

        await().untilAsserted(() -> assertThat(asked).hasValueGreaterThanOrEqualTo(2));
        assertThat(loop.isAlive()).isTrue();
        consumer.stop();
        assertThat(loop.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whatWaitsForADatabaseIsSeenToWaitUntilItIsBack() throws InterruptedException {
        databaseIsAway.set(true);
        var patient = new PatientId(UUID.randomUUID());
        Broker.say(
                Person.RIVERSIDE,
                new DischargePlanCancelled(patient, new EpisodeId(patient.value()), Instant.EPOCH),
                1);
        var consumer = consumer(() -> kafka(ofAGroupOfItsOwn()));

        var loop = Thread.ofPlatform().start(consumer);

        await().untilAsserted(() -> {
            assertThat(shown("stepwell.consumer.lag.seconds")).isGreaterThan(1);
            assertThat(shown("stepwell.consumer.behind")).isPositive();
        });
        assertThat(shown("stepwell.consumer.turn.age.seconds"))
                .as("the loop goes round all the same")
                .isLessThan(10);
        databaseIsAway.set(false);
        await().untilAsserted(
                        () -> assertThat(shown("stepwell.consumer.behind")).isZero());
        assertThat(shown("stepwell.consumer.lag.seconds")).isZero();
        assertThat(metrics.get("stepwell.consumer.records").counter().count()).isPositive();
        consumer.stop();
        assertThat(loop.join(Duration.ofSeconds(10))).isTrue();
    }

    /** The broker believes that all was heard, and the database has forgotten the last of it. */
    @Test
    void whatADatabaseHasForgottenThatWasPutBackIsHeardAgain() throws InterruptedException {
        var patient = new PatientId(UUID.randomUUID());
        var settings = ofAGroupOfItsOwn();
        say(patient, 1);
        runsUntilHeard(settings, 1);
        var before = heard.of("consumer-test");
        say(patient, 2);
        runsUntilHeard(settings, 2);

        heard.keep("consumer-test", before);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update("update platform.cursor set last = 1 where key = ?", patient.toString()));
        numbers.clear();
        runsUntilHeard(settings, 2);

        assertThat(numbers).as("the first is known still").containsExactly(2L);
    }

    private static void say(PatientId patient, long number) {
        var event = new DischargePlanCancelled(patient, new EpisodeId(patient.value()), Instant.EPOCH);
        Broker.say(Person.RIVERSIDE, event, number);
    }

    private void runsUntilHeard(Map<String, Object> settings, long number) throws InterruptedException {
        var consumer = consumer(() -> kafka(settings));
        var loop = Thread.ofPlatform().start(consumer);
        await().untilAsserted(() -> assertThat(numbers).contains(number));
        consumer.stop();
        assertThat(loop.join(Duration.ofSeconds(10))).isTrue();
    }

    private double shown(String metric) {
        return metrics.get(metric).gauge().value();
    }

    private Consumer<EnrollmentEvent> consumer(Supplier<KafkaConsumer<String, byte[]>> client) {
        var family = new EventFamily<>(EnrollmentEvent.class);
        var told = new Retelling<>(new Hearing(), "consumer-test");
        var pulse = new Pulse();
        var applier = new Applier<>(told, family, cursors, parked, new Patience(Duration.ofMinutes(1)), pulse);
        var bookmarks = new Bookmarks("consumer-test", heard);
        var progress = new Progress("consumer-test", pulse, wall, metrics);
        return new Consumer<>(client, family, applier, bookmarks, progress, pulse);
    }

    private final class Hearing implements Listener<EnrollmentEvent> {
        @Override
        public Class<EnrollmentEvent> publisher() {
            return EnrollmentEvent.class;
        }

        @Override
        public void on(EnrollmentEvent event, Envelope envelope) {
            if (databaseIsAway.get()) {
                throw new IllegalStateException(new SQLException("the database is away", "08006"));
            }
            numbers.add(envelope.sequence());
        }
    }

    private Map<String, Object> ofAGroupOfItsOwn() {
        var settings = new HashMap<>(broker);
        settings.put("group.id", "test." + UUID.randomUUID());
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        return settings;
    }

    private static KafkaConsumer<String, byte[]> kafka(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
