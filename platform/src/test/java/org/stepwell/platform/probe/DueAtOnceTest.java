package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Of what falls due at one instant, rows of a kind are done at once, and one kind after the other. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DueAtOnceTest {

    @Inject
    Due due;

    @Inject
    Clock clock;

    @Inject
    First first;

    @Inject
    Second second;

    @Inject
    Urgent urgent;

    @BeforeEach
    void nobodyCameYet() {
        Door.came.clear();
        Door.together = new CountDownLatch(2);
    }

    /** Writes down who came. */
    abstract static class Door implements DueDoor {

        static final Queue<String> came = new ConcurrentLinkedQueue<>();
        static volatile CountDownLatch together = new CountDownLatch(2);

        @Override
        public void due(UUID subject, Instant dueAt) {
            came(subject);
            came.add(kind());
        }

        abstract void came(UUID subject);
    }

    /** Waits until two are in it, and answers who was alone with a failure. */
    @Singleton
    static class First extends Door {

        private volatile UUID fails = new UUID(0, 0);

        @Override
        public String kind() {
            return "at-once-first";
        }

        @Override
        void came(UUID subject) {
            if (subject.equals(fails)) {
                fails = new UUID(0, 0);
                throw new IllegalStateException("as the test wants it");
            }
            together.countDown();
            try {
                if (!together.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody else came");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Singleton
    static class Second extends Door {

        @Override
        public String kind() {
            return "at-once-second";
        }

        @Override
        void came(UUID subject) {}
    }

    @Singleton
    static class Urgent extends Door {

        @Override
        public String kind() {
            return "at-once-urgent";
        }

        @Override
        public boolean urgent() {
            return true;
        }

        @Override
        void came(UUID subject) {
            together.countDown();
        }
    }

    @Test
    void rowsOfAKindAreDoneAtOnceAndTheNextKindAfterThem() {
        var then = clock.instant().plus(Duration.ofMinutes(5));
        fall(then, first, 2);
        fall(then, second, 2);

        MovedClock.to(then);

        assertThat(Door.came).containsExactly(first.kind(), first.kind(), second.kind(), second.kind());
    }

    @Test
    void whatIsUrgentWaitsForNothingElse() {
        var now = clock.instant();
        Door.together = new CountDownLatch(5); // who is inside waits for whoever is urgent
        fall(now, first, 4);

        fall(now, urgent, 1);

        await().untilAsserted(() -> assertThat(Door.came).hasSize(5));
    }

    @Test
    void oneThatFailsIsTriedAgainAndHoldsUpNoOther() {
        var then = clock.instant().plus(Duration.ofMinutes(5));
        first.fails = fall(then, first, 3).getFirst().value();

        MovedClock.to(then);

        assertThat(Door.came).hasSizeGreaterThanOrEqualTo(2);
        await().untilAsserted(() -> assertThat(Door.came).hasSize(3));
    }

    private List<SessionId> fall(Instant when, DueDoor door, int rows) {
        var subjects = Stream.generate(() -> new SessionId(UUID.randomUUID()))
                .limit(rows)
                .toList();
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    subjects.forEach(subject -> due.at(door.kind(), subject, when));
                    return subjects;
                }));
    }
}
