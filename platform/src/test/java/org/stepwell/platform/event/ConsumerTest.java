package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ConsumerTest {

    @Inject
    Cursors cursors;

    @Inject
    Parked parked;

    @Inject
    Listener<EnrollmentEvent> listener;

    @Test
    void aBrokerWhoseNameDoesNotResolveIsAskedForAgainAndAgain() throws InterruptedException {
        var asked = new AtomicInteger();
        var family = new EventFamily<>(EnrollmentEvent.class);
        var told = new Retelling<>(listener, "enrollment");
        var applier = new Applier<>(told, family, cursors, parked, new Patience(Duration.ofMinutes(1)));
        var consumer = new Consumer<>(
                () -> {
                    asked.incrementAndGet();
                    return nowhere();
                },
                family,
                applier);

        var loop = Thread.ofPlatform().start(consumer);

        await().untilAsserted(() -> assertThat(asked).hasValueGreaterThanOrEqualTo(2));
        assertThat(loop.isAlive()).isTrue();
        consumer.stop();
        assertThat(loop.join(Duration.ofSeconds(10))).isTrue();
    }

    private static KafkaConsumer<String, byte[]> nowhere() {
        Map<String, Object> settings = Map.of("bootstrap.servers", "kafka.invalid:9092", "group.id", "test");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
