package org.stepwell.platform.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Somebody else cancels or moves what is due while it is being done: then it was not done. */
@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class DueRaceTest {

    @Inject
    Due due;

    @Inject
    Clock clock;

    @Inject
    Sql sql;

    @Inject
    Race race;

    private final SessionId subject = new SessionId(UUID.randomUUID());

    /** A clock door that writes down that it was opened, and while it is open somebody else is at work. */
    @Singleton
    static class Race implements DueDoor {

        private final ConcurrentMap<UUID, Runnable> meanwhile = new ConcurrentHashMap<>();
        private final ConcurrentMap<UUID, Integer> opened = new ConcurrentHashMap<>();
        private final ConcurrentMap<UUID, Instant> again = new ConcurrentHashMap<>();
        private final Set<UUID> cancels = ConcurrentHashMap.newKeySet();
        private final Sql sql;
        private final Due due;

        Race(Sql sql, Due due) {
            this.sql = sql;
            this.due = due;
        }

        @Override
        public String kind() {
            return "race";
        }

        @Override
        public void due(UUID subject, Instant dueAt) {
            sql.update("insert into probe_seen (type, patient_id) values ('race', ?)", subject);
            var other = meanwhile.remove(subject);
            if (other != null) {
                inAnotherThread(other);
            }
            opened.merge(subject, 1, Integer::sum);
            var later = again.get(subject);
            if (later != null) {
                due.at("race", new SessionId(subject), later);
            }
            if (cancels.contains(subject)) {
                due.cancel("race", new SessionId(subject));
            }
            if (cancels.contains(subject) && later != null) {
                due.at("race", new SessionId(subject), later);
            }
        }

        /** Somebody else knows nothing of the open door. */
        private static void inAnotherThread(Runnable other) {
            var work = ClinicContext.current().orElseThrow();
            var thread = Thread.ofPlatform()
                    .start(() -> ClinicContext.in(work, () -> {
                        QuarkusTransaction.requiringNew().run(other);
                        return true;
                    }));
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void whatIsCancelledWhileItIsDoneWasNotDone() {
        race.meanwhile.put(subject.value(), () -> due.cancel("race", subject));

        falls(clock.instant());

        assertThat(race.opened).containsEntry(subject.value(), 1);
        assertThat(effects()).isZero();
        assertThat(rows()).isZero();
    }

    @Test
    void whatIsMovedWhileItIsDoneIsDoneAtItsNewTimeOnly() {
        var later = clock.instant().plus(Duration.ofMinutes(30));
        race.meanwhile.put(subject.value(), () -> due.at("race", subject, later));

        falls(clock.instant());

        assertThat(race.opened).containsEntry(subject.value(), 1);
        assertThat(effects()).isZero();
        assertThat(rows()).isEqualTo(1);
        MovedClock.to(later);
        assertThat(race.opened).containsEntry(subject.value(), 2);
        assertThat(effects()).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void whatIsSetAmongOthersWhileItIsDoneIsDoneForThatReasonToo() {
        var later = clock.instant().plus(Duration.ofMinutes(30));
        race.meanwhile.put(subject.value(), () -> due.sooner("race", Map.of(subject, later)));

        falls(clock.instant());

        Awaitility.await().untilAsserted(() -> assertThat(race.opened).containsEntry(subject.value(), 2));
        assertThat(effects()).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void whatIsSetOnceMoreForTheSameMomentIsDoneForThatReasonToo() {
        var now = clock.instant();
        race.meanwhile.put(subject.value(), () -> due.at("race", subject, now));

        falls(now);

        assertThat(race.opened).containsEntry(subject.value(), 2);
        assertThat(effects()).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void aDoorThatSetsItAnewDoesNotPutOffWhatSomebodyWantsNow() {
        var later = clock.instant().plus(Duration.ofMinutes(30));
        race.again.put(subject.value(), later);
        race.meanwhile.put(subject.value(), () -> due.now("race", subject));

        falls(clock.instant());

        assertThat(race.opened).containsEntry(subject.value(), 2);
        assertThat(effects()).isEqualTo(1);
        assertThat(rows()).isEqualTo(1);
        race.again.remove(subject.value());
        MovedClock.to(later);
        assertThat(race.opened).containsEntry(subject.value(), 3);
        assertThat(rows()).isZero();
    }

    @Test
    void aDoorThatCancelsItsOwnRowIsDone() {
        race.cancels.add(subject.value());

        falls(clock.instant());

        assertThat(race.opened).containsEntry(subject.value(), 1);
        assertThat(effects()).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void aDoorMaySetAnewWhatItCancelled() {
        race.cancels.add(subject.value());
        race.again.put(subject.value(), clock.instant().plus(Duration.ofMinutes(30)));

        falls(clock.instant());

        assertThat(race.opened).containsEntry(subject.value(), 1);
        assertThat(effects()).isEqualTo(1);
        assertThat(rows()).isEqualTo(1);
        race.again.remove(subject.value()); // else it never ends, once a test moves the clock so far
    }

    @Test
    void whatIsCancelledByTheDoorAndBySomebodyElseWasNotDone() {
        race.cancels.add(subject.value());
        race.meanwhile.put(subject.value(), () -> due.cancel("race", subject));

        falls(clock.instant());

        assertThat(effects()).isZero();
        assertThat(rows()).isZero();
    }

    /** Makes it due, and waits until the sweep that found it has ended. */
    private void falls(Instant when) {
        inRiverside("select 1", () -> due.at("race", subject, when));
        Awaitility.await().until(() -> race.opened.containsKey(subject.value()));
        MovedClock.to(clock.instant());
    }

    private int effects() {
        return inRiverside("select 1 from probe_seen where patient_id = '%s'".formatted(subject), () -> {})
                .size();
    }

    private int rows() {
        return inRiverside("select 1 from platform.due where subject = '%s'".formatted(subject), () -> {})
                .size();
    }

    private List<Integer> inRiverside(String statement, Runnable before) {
        return ClinicContext.in(
                new ClinicContext.Work(Person.RIVERSIDE, "service:test", null),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    before.run();
                    return sql.list(statement, row -> row.getInt(1));
                }));
    }
}
