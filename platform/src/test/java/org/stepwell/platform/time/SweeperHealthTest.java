package org.stepwell.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

/** Something due that never ends keeps all of its lane waiting; something that fails keeps nobody. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class SweeperHealthTest {

    /** In the place of minutes. */
    private static final Duration SILENT_MAX = Duration.ofSeconds(3);

    @Inject
    Sweeper sweeper;

    @Inject
    Due due;

    @Inject
    Endless endless;

    @Inject
    Clock clock;

    /** A clock door that is opened and does not close before it is told to. */
    @Singleton
    static class Endless implements DueDoor {

        private final CountDownLatch freed = new CountDownLatch(1);

        @Override
        public String kind() {
            return "endless";
        }

        @Override
        public void due(UUID subject, Instant dueAt) {
            try {
                freed.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A clock door behind which everything takes its time. */
    @Singleton
    static class Slow implements DueDoor {

        private static final Duration EACH = Duration.ofSeconds(1);
        private static final AtomicInteger DONE = new AtomicInteger();

        @Override
        public String kind() {
            return "slow";
        }

        @Override
        public void due(UUID subject, Instant dueAt) {
            try {
                Thread.sleep(EACH);
                DONE.incrementAndGet();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** As behind a database that is away, where each that is tried gives up after a while. */
    @Test
    void manyThatTakeTheirTimeAreNoReasonToDie() {
        int many = Lane.INSIDE.atOnce() * (int) (SILENT_MAX.dividedBy(Slow.EACH) + 2);
        var at = clock.instant();
        inRiverside(() -> IntStream.range(0, many).forEach(_ -> due.at("slow", new SessionId(UUID.randomUUID()), at)));

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            assertThat(liveness()).isEqualTo(UP);
            return Slow.DONE.get() == many;
        });
    }

    @Test
    void aLaneThatHangsTurnsLivenessDownUntilItGoesOn() {
        await().until(() -> liveness() == UP);

        now("endless");

        await().atMost(Duration.ofSeconds(30)).until(() -> liveness() == DOWN);
        endless.freed.countDown();
        await().until(() -> liveness() == UP);
    }

    @Test
    void whatFailsEachTimeIsNoReasonToDie() {
        await().until(() -> liveness() == UP);
        var subject = now("nobody-knows-it");

        await().during(SILENT_MAX.plusSeconds(1)).until(() -> liveness() == UP);

        inRiverside(() -> due.cancel("nobody-knows-it", subject));
    }

    private Status liveness() {
        return new SweeperHealth(sweeper, SILENT_MAX).call().getStatus();
    }

    private SessionId now(String kind) {
        var subject = new SessionId(UUID.randomUUID());
        inRiverside(() -> due.now(kind, subject));
        return subject;
    }

    private static void inRiverside(Runnable work) {
        ClinicContext.in(new ClinicContext.Work(Person.RIVERSIDE, "service:test", null), () -> {
            QuarkusTransaction.requiringNew().run(work);
            return work;
        });
    }
}
