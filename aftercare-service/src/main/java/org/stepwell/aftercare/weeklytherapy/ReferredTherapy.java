package org.stepwell.aftercare.weeklytherapy;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.seal.SealedJson;
import org.stepwell.platform.time.Due;

/** A receiver takes the patient for weekly therapy: it goes on there, and is watched from that day. */
@Singleton
public class ReferredTherapy {

    private final SealedJson sealed;
    private final Due due;
    private final Sql sql;

    ReferredTherapy(SealedJson sealed, Due due, Sql sql) {
        this.sealed = sealed;
        this.due = due;
        this.sql = sql;
    }

    /**
     * It goes on elsewhere from a day on, unless it was said that it is given here; what was said before another stay began gives way
     * while the stay lasts. The step is held here, and the row of the watch is taken after it: whoever closes or pauses the plan takes
     * them in the same order. The watch itself begins in a transaction of its own.
     *
     * @param receiver who it is, where the step names them
     */
    public void goesOn(
            AftercarePlanId plan, PatientId patient, @Nullable String receiver, LocalDate from, Instant now) {
        int said = sql.update(
                """
                insert into weekly_therapy as known (plan_id, version, patient_id, place, therapist, starts_on, said_at)
                values (?, 0, ?, 'ELSEWHERE', ?, ?, ?)
                on conflict (clinic_id, plan_id) do update
                set version = known.version + 1, place = excluded.place, starts_on = excluded.starts_on,
                    therapist = coalesce(excluded.therapist, known.therapist), clinician_id = null, written_by_id = null,
                    said_at = excluded.said_at
                where known.place <> 'HERE' or exists (
                    select 1 from aftercare_plan p
                    where p.clinic_id = known.clinic_id and p.id = known.plan_id and p.status = 'PAUSED'
                        and known.said_at < p.paused_at)
                """,
                plan.value(),
                patient.value(),
                receiver == null ? null : sealed.seal(WeeklyTherapy.THERAPIST, plan.value(), receiver),
                from,
                now);
        if (said == 1) {
            due.now(TherapyWeeks.KIND, plan);
        }
    }
}
