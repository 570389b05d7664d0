package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;

/** The silences of the clinic's patients; whoever changes them has locked the plan. */
@Singleton
class SilenceTable {

    private final Sql sql;

    SilenceTable(Sql sql) {
        this.sql = sql;
    }

    /** Keeps a silence; false where it is there already. */
    boolean add(ActivePlan plan, Silence silence) {
        int added = sql.update(
                """
                insert into silence (check_in_id, plan_id, patient_id, episode_id, due_on, due_at, number, compressed, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                silence.checkIn().value(),
                plan.id().value(),
                plan.patient().value(),
                plan.episode().value(),
                silence.dueOn(),
                silence.dueAt(),
                silence.number(),
                silence.compressed(),
                silence.status().name());
        return added == 1;
    }

    Optional<Silence> of(CheckInId checkIn) {
        return sql.one(
                "select * from silence where clinic_id = platform.current_clinic() and check_in_id = ?",
                Silence::read,
                checkIn.value());
    }

    /** The newest of a plan that goes on, of those before a day. */
    Optional<Silence> lastBefore(AftercarePlanId plan, LocalDate dueOn) {
        return sql.one("""
                select * from silence
                where clinic_id = platform.current_clinic() and plan_id = ? and due_on < ?
                    and status in ('RUNNING', 'CLIMBED')
                order by due_on desc limit 1
                """, Silence::read, plan.value(), dueOn);
    }

    /** Those of a plan that go on, the oldest first. */
    List<Silence> goingOn(AftercarePlanId plan) {
        return sql.list("""
                select * from silence
                where clinic_id = platform.current_clinic() and plan_id = ? and status in ('RUNNING', 'CLIMBED')
                order by due_on
                """, Silence::read, plan.value());
    }

    /** The check-ins of a patient for which somebody is looked for. */
    List<CheckInId> running(PatientId patient) {
        return sql.list("""
                select check_in_id from silence
                where clinic_id = platform.current_clinic() and patient_id = ? and status = 'RUNNING' order by check_in_id
                """, row -> new CheckInId(row.getObject(1, UUID.class)), patient.value());
    }

    /** The last of a plan, the newest first. */
    List<Silence> last(AftercarePlanId plan, int limit) {
        return sql.list("""
                select * from silence
                where clinic_id = platform.current_clinic() and plan_id = ? order by due_on desc limit ?
                """, Silence::read, plan.value(), limit);
    }

    void isCompressed(CheckInId checkIn) {
        sql.update(
                "update silence set compressed = true where clinic_id = platform.current_clinic() and check_in_id = ?",
                checkIn.value());
    }

    void is(CheckInId checkIn, Silence.Status status, @Nullable Instant endedAt) {
        sql.update("""
                update silence set status = ?, ended_at = ?
                where clinic_id = platform.current_clinic() and check_in_id = ?
                """, status.name(), endedAt, checkIn.value());
    }
}
