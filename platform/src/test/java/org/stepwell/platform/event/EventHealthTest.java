package org.stepwell.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.enrollment.EnrollmentEvent;
import org.stepwell.contracts.enrollment.EnrollmentFact.DischargePlanCancelled;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.WallClock;

/** A service whose poll loop is dead says so to whoever can start it anew; one whose broker is away does not. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EventHealthTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Cursors cursors;

    @Inject
    Parked parked;

    @Inject
    PassedOver passedOver;

    @Inject
    HeardTable heard;

    @Inject
    Relay relay;

    @Inject
    WallClock wall;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    private final PatientId maya = new PatientId(UUID.randomUUID());
    private final List<Consumers> started = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (var consumers : started) {
            consumers.stop(new ShutdownEvent());
        }
    }

    @Test
    void aPollLoopThatDiedTurnsLivenessDown() {
        var consumers = start(broker);

        Broker.say(Person.RIVERSIDE, new DischargePlanCancelled(maya, new EpisodeId(maya.value()), Instant.EPOCH), 1);

        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(liveness(consumers)).isEqualTo(DOWN));
    }

    @Test
    void aBrokerThatIsAwayIsNoReasonToDie() {
        var consumers = start(Map.of("bootstrap.servers", "127.0.0.1:1"));

        await().during(Duration.ofSeconds(1)).until(() -> liveness(consumers) == UP);
    }

    private Status liveness(Consumers consumers) {
        return new EventHealth(consumers, relay).call().getStatus();
    }

    private Consumers start(Map<String, Object> at) {
        var consumers = new Consumers(
                List.of(new Mortal()),
                at,
                cursors,
                parked,
                passedOver,
                heard,
                "mortal-" + UUID.randomUUID(),
                PATIENCE,
                wall,
                new SimpleMeterRegistry());
        started.add(consumers);
        consumers.start(new StartupEvent());
        return consumers;
    }

    /** As where a class is missing in a release: no exception that somebody catches. It dies before it touches anything. */
    private static final class Mortal implements Listener<EnrollmentEvent> {
        @Override
        public Class<EnrollmentEvent> publisher() {
            return EnrollmentEvent.class;
        }

        @Override
        public boolean inOrderAcrossClinics() {
            throw new NoClassDefFoundError("as in a release that was packed badly");
        }

        @Override
        public void on(EnrollmentEvent event, Envelope envelope) {
            // nothing comes so far
        }
    }
}
