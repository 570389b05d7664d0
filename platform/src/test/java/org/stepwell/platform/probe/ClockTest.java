package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class ClockTest {

    @Inject
    Due due;

    @Inject
    Clock clock;

    @Inject
    Egg egg;

    @Inject
    Letter letter;

    /** A clock door that notes when it was opened; it stumbles the first time where it is told to. */
    @Singleton
    static class Egg implements DueDoor {

        private final ConcurrentMap<UUID, Integer> opened = new ConcurrentHashMap<>();
        private final List<UUID> order = new CopyOnWriteArrayList<>();
        private final ConcurrentMap<UUID, Boolean> stumble = new ConcurrentHashMap<>();
        private final Due due;

        Egg(Due due) {
            this.due = due;
        }

        @Override
        public String kind() {
            return "egg";
        }

        @Override
        public void due(UUID subject, Instant dueAt) {
            if (stumble.remove(subject) != null) {
                throw new IllegalStateException("told to stumble");
            }
            order.add(subject);
            if (opened.merge(subject, 1, Integer::sum) < 3) {
                due.at("egg", new SessionId(subject), dueAt.plus(Duration.ofDays(7)));
            }
        }
    }

    /** A clock door to somebody outside, who keeps it waiting. */
    @Singleton
    static class Letter implements DueDoor {

        private final CountDownLatch answered = new CountDownLatch(1);
        private final CountDownLatch handed = new CountDownLatch(1);

        @Override
        public String kind() {
            return "letter";
        }

        @Override
        public boolean outside() {
            return true;
        }

        @Override
        public void due(UUID subject, Instant dueAt) {
            handed.countDown();
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void whoeverIsKeptWaitingOutsideKeepsNobodyWaitingInside() throws InterruptedException {
        var subject = new SessionId(UUID.randomUUID());
        inRiverside(() -> due.now("letter", subject));
        letter.handed.await();
        try {
            set(subject, clock.instant());

            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(egg.opened).containsKey(subject.value()));
        } finally {
            letter.answered.countDown();
        }
    }

    @Test
    void manyAreSetAtOnceAndTheSoonerTimeStays() {
        var early = new SessionId(UUID.randomUUID());
        var late = new SessionId(UUID.randomUUID());
        var fresh = new SessionId(UUID.randomUUID());
        var now = clock.instant();
        set(early, now.plus(Duration.ofHours(1)));
        set(late, now.plus(Duration.ofHours(9)));
        var when = now.plus(Duration.ofHours(5));

        inRiverside(() -> due.sooner("egg", Map.of(early, when, late, when, fresh, when)));
        egg.order.clear();
        MovedClock.to(now.plus(Duration.ofHours(2)));
        assertThat(egg.order).contains(early.value()).doesNotContain(late.value(), fresh.value());
        MovedClock.to(now.plus(Duration.ofHours(6)));

        assertThat(egg.order).contains(late.value(), fresh.value());
    }

    @Test
    void whatIsDueLaterWaitsForTheClockAndThenComesOneStepAtATime() {
        var subject = new SessionId(UUID.randomUUID());
        var start = clock.instant();
        set(subject, start.plus(Duration.ofDays(1)));
        assertThat(egg.opened).doesNotContainKey(subject.value());

        var view = MovedClock.to(start.plus(Duration.ofDays(30)));

        assertThat(egg.opened).containsEntry(subject.value(), 3);
        assertThat(view.getInt("late")).isZero();
    }

    @Test
    void whatIsDoneLateIsStillDoneInOrderOfWhoeverItIsAbout() {
        var weekly = new SessionId(UUID.randomUUID());
        var once = new SessionId(UUID.randomUUID());
        var start = clock.instant();
        egg.order.clear();
        set(weekly, start.plus(Duration.ofDays(1)));
        set(once, start.plus(Duration.ofDays(12)));

        MovedClock.to(start.plus(Duration.ofDays(40)));

        assertThat(egg.order.stream().filter(List.of(weekly.value(), once.value())::contains))
                .containsExactly(
                        weekly.value(), weekly.value(), once.value(), weekly.value(), once.value(), once.value());
    }

    @Test
    void theClockSaysWhenTheNextThingIsDue() {
        var subject = new SessionId(UUID.randomUUID());
        var now = clock.instant();
        set(subject, now.plus(Duration.ofMinutes(90)));

        var view = MovedClock.to(now.plus(Duration.ofMinutes(60)));

        assertThat(Instant.parse(view.getString("nextDue"))).isEqualTo(now.plus(Duration.ofMinutes(90)));
        assertThat(Instant.parse(view.getString("now")))
                .isBetween(now.plus(Duration.ofMinutes(60)), now.plus(Duration.ofMinutes(62)));
    }

    @Test
    void whatStumblesIsTriedAgain() {
        var subject = new SessionId(UUID.randomUUID());
        egg.stumble.put(subject.value(), true);
        set(subject, clock.instant());

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(egg.opened).containsKey(subject.value()));
    }

    @Test
    void aJobThatIsCancelledIsNotDone() {
        var subject = new SessionId(UUID.randomUUID());
        var now = clock.instant();
        set(subject, now.plus(Duration.ofHours(1)));
        inRiverside(() -> due.cancel("egg", subject));

        MovedClock.to(now.plus(Duration.ofHours(2)));

        assertThat(egg.opened).doesNotContainKey(subject.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "+999999999-12-31T00:00:00Z"})
    void aClockThatIsNotSetProperlyStays(String now) {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("now", now))
                .post(MovedClock.url())
                .then()
                .statusCode(400);
    }

    private void set(SessionId subject, Instant when) {
        inRiverside(() -> due.at("egg", subject, when));
    }

    private static void inRiverside(Runnable work) {
        ClinicContext.in(new ClinicContext.Work(Person.RIVERSIDE, "service:test", null), () -> {
            QuarkusTransaction.requiringNew().run(work);
            return work;
        });
    }
}
