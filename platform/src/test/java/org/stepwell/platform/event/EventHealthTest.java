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
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.aftercare.AftercareEvent;
import org.stepwell.contracts.aftercare.AftercareFact.AftercarePaused;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.WallClock;

/** A service whose loop is dead or hangs says so to whoever can start it anew; one whose broker or database is away does not. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class EventHealthTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** In the place of minutes; longer than a loop rests when something is in trouble. */
    private static final Duration SILENT_MAX = Duration.ofSeconds(4);

    private static final Duration LONGER = SILENT_MAX.plusSeconds(2);

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
    DataSource dataSource;

    @Inject
    WallClock wall;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    private final PatientId maya = new PatientId(UUID.randomUUID());
    private final List<Consumers> started = new ArrayList<>();
    private final CountDownLatch freed = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        freed.countDown();
        for (var consumers : started) {
            consumers.stop(new ShutdownEvent());
        }
    }

    @Test
    void aPollLoopThatDiedTurnsLivenessDown() {
        var consumers = start(broker, new Mortal());

        say();

        await().dontCatchUncaughtExceptions()
                .untilAsserted(() -> assertThat(liveness(consumers)).isEqualTo(DOWN));
    }

    @Test
    void aBrokerThatIsAwayIsNoReasonToDie() {
        var consumers = start(Map.of("bootstrap.servers", "127.0.0.1:1"), new Mortal());

        staysUp(() -> liveness(consumers));
    }

    @Test
    void aPollLoopThatHangsTurnsLivenessDownUntilItGoesOn() {
        var consumers = start(broker, heard(() -> {
            freed.await();
            return null;
        }));

        say();

        await().atMost(Duration.ofMinutes(1)).until(() -> liveness(consumers) == DOWN);
        freed.countDown();
        await().until(() -> liveness(consumers) == UP);
    }

    /** It is tried again for ever, and each try is a sign of life. */
    @Test
    void aDatabaseThatTakesNoEffectIsNoReasonToDie() {
        var tries = new AtomicInteger();
        var consumers = start(broker, heard(() -> {
            tries.incrementAndGet();
            throw new SQLException("the database is away", "08006");
        }));

        say();

        await().until(() -> tries.get() > 1);
        staysUp(() -> liveness(consumers));
        assertThat(tries).hasValueGreaterThan(3);
    }

    @Test
    void aRelayThatDoesNotWorkTurnsLivenessDown() {
        var consumers = start(broker, new Mortal());
        var neverBegan = new Relay(
                dataSource,
                new OutboxBatch(broker, "test"),
                new Recollection(broker, "test"),
                new SimpleMeterRegistry());

        assertThat(liveness(consumers)).isEqualTo(UP);
        assertThat(new EventHealth(consumers, neverBegan, SILENT_MAX).call().getStatus())
                .isEqualTo(DOWN);
    }

    private static void staysUp(Callable<Status> liveness) {
        await().atMost(LONGER.multipliedBy(3)).during(LONGER).until(() -> liveness.call() == UP);
    }

    /** Something that no listener of the service itself hears, which would be faster. */
    private void say() {
        var plan = new AftercarePlanId(maya.value());
        Broker.say(Person.RIVERSIDE, new AftercarePaused(maya, new EpisodeId(maya.value()), plan, Instant.EPOCH), 1);
    }

    private Status liveness(Consumers consumers) {
        return new EventHealth(consumers, relay, SILENT_MAX).call().getStatus();
    }

    private Consumers start(Map<String, Object> at, Listener<AftercareEvent> listener) {
        var consumers = new Consumers(
                List.of(listener),
                at,
                cursors,
                parked,
                passedOver,
                heard,
                "health-" + UUID.randomUUID(),
                PATIENCE,
                wall,
                new SimpleMeterRegistry());
        started.add(consumers);
        consumers.start(new StartupEvent());
        return consumers;
    }

    private Listener<AftercareEvent> heard(Callable<@Nullable Void> effect) {
        return new Listener<>() {
            @Override
            public Class<AftercareEvent> publisher() {
                return AftercareEvent.class;
            }

            @Override
            public void on(AftercareEvent event, Envelope envelope) {
                if (event instanceof AftercarePaused paused && paused.patient().equals(maya)) {
                    try {
                        effect.call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        };
    }

    /** As where a class is missing in a release: no exception that somebody catches. It dies before it touches anything. */
    private static final class Mortal implements Listener<AftercareEvent> {
        @Override
        public Class<AftercareEvent> publisher() {
            return AftercareEvent.class;
        }

        @Override
        public boolean inOrderAcrossClinics() {
            throw new NoClassDefFoundError("as in a release that was packed badly");
        }

        @Override
        public void on(AftercareEvent event, Envelope envelope) {
            // nothing comes so far
        }
    }
}
