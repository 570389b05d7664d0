package org.stepwell.aftercare.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.stepwell.aftercare.Problems.refused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.aftercare.Scene;
import org.stepwell.aftercare.outcome.Outcomes.Counted;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.testing.Person;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
class OutcomesTest {

    private static final String PATH = "/api/aftercare/v1/outcomes";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate LEFT = LocalDate.of(2025, 3, 10);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final ClinicId clinic = new ClinicId(Uuid7.next());
    private final ProgramId iop = new ProgramId(Uuid7.next());

    @Inject
    Sql sql;

    @Inject
    Outcomes outcomes;

    @Test
    void whoeverWasNotHeardFromIsMissingAndTakenForNothing() {
        here(() -> {
            heard(somebody(LEFT, "COMPLETED_GOALS_MET"), LEFT.plusDays(30), false, 5, 3);
            heard(somebody(LEFT, "NO_CONTACT"), LEFT.plusDays(31), true, 0, 0);
            heard(somebody(LEFT, "COMPLETED_GOALS_MET"), LEFT.plusDays(29), null, null, 1);
            return somebody(LEFT, "COMPLETED_GOALS_MET");
        });

        var month = at(30, TODAY);

        assertThat(month.discharged()).isEqualTo(4);
        assertThat(month.due()).isEqualTo(4);
        assertThat(month.followed()).isEqualTo(3);
        assertThat(month.abstinent()).isEqualTo(1);
        assertThat(month.askedUse()).isEqualTo(2);
        assertThat(month.working()).isEqualTo(1);
        assertThat(month.askedWork()).isEqualTo(2);
        assertThat(month.attending()).isEqualTo(2);
        assertThat(month.askedMeetings()).isEqualTo(3);
        assertThat(at(90, TODAY).followed()).isZero();
        assertThat(at(90, TODAY).abstinent()).isZero();
    }

    @Test
    void ofSeveralContactsTheNearestCountsAndOnesFarAwayDoNot() {
        here(() -> {
            var one = somebody(LEFT, "COMPLETED_GOALS_MET");
            heard(one, LEFT.plusDays(20), true, 0, 0);
            heard(one, LEFT.plusDays(32), false, 0, 0);
            heard(one, LEFT.plusDays(45), true, 0, 0);
            return one;
        });

        assertThat(at(30, TODAY).abstinent()).isEqualTo(1);
        assertThat(at(7, TODAY).followed()).isZero();
        assertThat(at(90, TODAY).followed()).isZero();
    }

    @Test
    void aRecheckTellsOfUseInItsNinetyDays() {
        here(() -> {
            asked(somebody(LEFT, "COMPLETED_GOALS_MET"), LEFT.plusDays(92), 0);
            asked(somebody(LEFT, "COMPLETED_GOALS_MET"), LEFT.plusDays(92), 3);
            return null;
        });

        assertThat(at(90, TODAY).followed()).isEqualTo(2);
        assertThat(at(90, TODAY).abstinent()).isEqualTo(1);
        assertThat(at(90, TODAY).askedWork()).isZero();
    }

    @Test
    void nobodyIsDueBeforeTheDayAndItsSlackAreOver() {
        here(() -> somebody(LEFT, "COMPLETED_GOALS_MET"));

        assertThat(at(30, LEFT.plusDays(43)).due()).isZero();
        assertThat(at(30, LEFT.plusDays(44)).due()).isEqualTo(1);
        assertThat(at(365, LEFT.plusDays(400)).due()).isZero();
    }

    @Test
    void theDeadAreNotDueAndWhoeverNeverCameOrWentOnDidNotLeave() {
        here(() -> {
            somebody(LEFT, "DECEASED");
            somebody(LEFT, null);
            var stayed = somebody(LEFT, "COMPLETED_GOALS_MET");
            episode(patientOf(stayed), LEFT.plusDays(1), null, null);
            var died = somebody(LEFT, "COMPLETED_GOALS_MET");
            plan(died, "CLOSED", "DECEASED", LEFT.plusDays(40));
            return died;
        });

        assertThat(at(30, TODAY).discharged()).isEqualTo(1);
        assertThat(at(30, TODAY).due()).isEqualTo(1);
        assertThat(at(30, TODAY).died()).isZero();
        assertThat(at(90, TODAY).due()).isZero();
        assertThat(at(90, TODAY).died()).isEqualTo(1);
    }

    @Test
    void whoDiedAfterAftercareWasClosedIsNotDue() {
        here(() -> {
            var died = somebody(LEFT, "NO_CONTACT");
            endedByDeath(died, plan(died, "CLOSED", "UNREACHABLE", LEFT.plusDays(31)), LEFT.plusDays(60));
            return died;
        });

        assertThat(at(30, TODAY).due()).isEqualTo(1);
        assertThat(at(90, TODAY).due()).isZero();
        assertThat(at(90, TODAY).died()).isEqualTo(1);
    }

    @Test
    void aNewStayIsAReadmissionAndOneThatNeverBeganIsNot() {
        here(() -> {
            episode(patientOf(somebody(LEFT, "COMPLETED_GOALS_MET")), LEFT.plusDays(20), null, null);
            episode(
                    patientOf(somebody(LEFT, "COMPLETED_GOALS_MET")),
                    LEFT.plusDays(80),
                    LEFT.plusDays(150),
                    "NO_CONTACT");
            episode(patientOf(somebody(LEFT, "COMPLETED_GOALS_MET")), LEFT.plusDays(25), LEFT.plusDays(25), null);
            return null;
        });

        assertThat(at(30, TODAY).readmitted()).isEqualTo(1);
        assertThat(at(30, TODAY).medianDays()).isEqualTo(20);
        assertThat(at(90, TODAY).readmitted()).isEqualTo(2);
        assertThat(at(90, TODAY).due()).isEqualTo(3);
        assertThat(at(7, TODAY).medianDays()).isNull();
    }

    @Test
    void programsAndMonthsAreCountedApart() {
        here(() -> {
            somebody(LEFT, "COMPLETED_GOALS_MET");
            somebody(LocalDate.of(2025, 4, 1), "COMPLETED_GOALS_MET");
            return episode(Uuid7.next(), LEFT.minusDays(90), LEFT, "COMPLETED_GOALS_MET", new ProgramId(Uuid7.next()));
        });

        assertThat(counted(TODAY, null)).hasSize(3 * Outcomes.POINTS.size());
        assertThat(counted(TODAY, iop))
                .extracting(Counted::month)
                .containsOnly(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1));
    }

    @Test
    void supervisorsAndAdministratorsReadThemAndNobodyElse() {
        Scene.somebodyInTreatment();
        Scene.SUPERVISOR
                .asks()
                .get(PATH + "?from=2020-01-01&to=2020-12-31")
                .then()
                .statusCode(200)
                .body("from", equalTo("2020-01-01"))
                .body("cohorts.size()", equalTo(0));
        Person.at("clinic-admin").asks().get(PATH).then().statusCode(200);
        refused(Person.at("clinician").asks().get(PATH), 403, "not-allowed");
        refused(Scene.SUPERVISOR.asks().get(PATH + "?from=2026-02-01&to=2026-01-01"), 400, "invalid-request");
        refused(Scene.SUPERVISOR.asks().get(PATH + "?from=2001-02-01"), 400, "invalid-request");
    }

    private Counted at(int days, LocalDate today) {
        return counted(today, iop).stream()
                .filter(row -> row.days() == days)
                .findFirst()
                .orElseThrow();
    }

    private List<Counted> counted(LocalDate today, @Nullable ProgramId program) {
        var wanted = new Outcomes.Wanted(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 12, 31), program);
        return here(() -> outcomes.counted(wanted, today, NEW_YORK));
    }

    private UUID somebody(LocalDate lastDay, @Nullable String reason) {
        return episode(Uuid7.next(), lastDay.minusDays(90), lastDay, reason);
    }

    private UUID episode(UUID patient, LocalDate from, @Nullable LocalDate lastDay, @Nullable String reason) {
        return episode(patient, from, lastDay, reason, iop);
    }

    private UUID episode(
            UUID patient, LocalDate from, @Nullable LocalDate lastDay, @Nullable String reason, ProgramId program) {
        var id = Uuid7.next();
        sql.update("""
                insert into episode (id, patient_id, starts_on, last_day, program_id, ended_because)
                values (?, ?, ?, ?, ?, ?)
                """, id, patient, from, lastDay, program.value(), reason);
        return id;
    }

    private UUID patientOf(UUID episode) {
        return sql.one("select patient_id from episode where id = ?", row -> row.getObject(1, UUID.class), episode)
                .orElseThrow();
    }

    private UUID plan(UUID episode, String status, @Nullable String because, @Nullable LocalDate closedOn) {
        var id = Uuid7.next();
        sql.update(
                """
                insert into aftercare_plan (id, version, patient_id, episode_id, status, active_from, opened_at, closed_at,
                    closed_because)
                values (?, 0, ?, ?, ?, ?, now(), ?, ?)
                """, id, patientOf(episode), episode, status, LEFT, closedOn == null ? null : noon(closedOn), because);
        return id;
    }

    private void heard(
            UUID episode,
            LocalDate on,
            @Nullable Boolean used,
            @Nullable Integer workDays,
            @Nullable Integer meetings) {
        sql.update(
                """
                insert into check_in (id, version, plan_id, patient_id, episode_id, due_on, status, used, work_days, meetings,
                    suicide_thoughts, level, channel, recorded_at)
                values (?, 0, ?, ?, ?, ?, 'RECORDED', ?, ?, ?, ?, 'GREEN', 'PHONE', ?)
                """,
                Uuid7.next(),
                plan(episode, "CLOSED", "COMPLETED", on),
                patientOf(episode),
                episode,
                on,
                used,
                workDays,
                meetings,
                used == null,
                noon(on));
    }

    private void asked(UUID episode, LocalDate on, int useDays) {
        sql.update(
                """
                insert into recheck (id, version, plan_id, patient_id, episode_id, began_on, number, due_on, status, use_days,
                    intoxicated_days, need, triggers, answered_by, answered_at)
                values (?, 0, ?, ?, ?, ?, 1, ?, 'ANSWERED', ?, 0, 'NO_NEED', '', 'STAFF', ?)
                """,
                Uuid7.next(),
                plan(episode, "CLOSED", "COMPLETED", on),
                patientOf(episode),
                episode,
                LEFT,
                on,
                useDays,
                noon(on));
    }

    private void endedByDeath(UUID episode, UUID plan, LocalDate on) {
        sql.update("""
                insert into recheck (id, version, plan_id, patient_id, episode_id, began_on, number, due_on, status, ended_because,
                    ended_at)
                values (?, 0, ?, ?, ?, ?, 1, ?, 'ENDED', 'DIED', ?)
                """, Uuid7.next(), plan, patientOf(episode), episode, LEFT, LEFT.plusDays(92), noon(on));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(NEW_YORK).toInstant();
    }

    private <T> T here(Callable<T> work) {
        return ClinicContext.in(
                new ClinicContext.Work(clinic, "test", null),
                () -> QuarkusTransaction.requiringNew().call(work));
    }
}
