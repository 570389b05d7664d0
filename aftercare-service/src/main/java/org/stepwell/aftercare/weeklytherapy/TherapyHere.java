package org.stepwell.aftercare.weeklytherapy;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.aftercare.AftercareState.AftercareVisitsNeeded;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.code.VisitNeed;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.event.Outbox;

/** Tells scheduling which visits weekly therapy here asks for: the whole list of an episode, whenever it changes. */
@Singleton
class TherapyHere {

    /** The usual session is of fifty minutes; whoever gives it may need less, and a half hour is another thing. */
    private static final int MINUTES_MIN = 45;

    private final Outbox outbox;
    private final Sql sql;

    TherapyHere(Outbox outbox, Sql sql) {
        this.outbox = outbox;
        this.sql = sql;
    }

    private record Said(PatientId patient, EpisodeId episode, int version) {}

    /** An active plan goes on with this therapy, which asks for visits where it is given here. */
    void goesOn(ActivePlan plan, WeeklyTherapy therapy, Instant now) {
        if (therapy.place() != WeeklyTherapy.Place.HERE) {
            ends(plan.id(), now);
            return;
        }
        var startsOn = Objects.requireNonNull(therapy.startsOn());
        var clinician = therapy.clinician();
        asked(plan, startsOn, clinician)
                .ifPresent(version -> tell(
                        new Said(plan.patient(), plan.episode(), version),
                        List.of(new VisitNeed(
                                Modality.INDIVIDUAL_THERAPY, MINUTES_MIN, 1, 1, clinician, startsOn, null)),
                        now));
    }

    /** No visits are asked for any more. */
    void ends(AftercarePlanId plan, Instant now) {
        sql.list(
                        """
                        update visits_said set version = version + 1, starts_on = null, clinician_id = null
                        where clinic_id = platform.current_clinic() and plan_id = ? and starts_on is not null
                        returning patient_id, episode_id, version
                        """,
                        row -> new Said(
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                new EpisodeId(row.getObject("episode_id", UUID.class)),
                                row.getInt("version")),
                        plan.value())
                .forEach(said -> tell(said, List.of(), now));
    }

    /** The next version, where it is not what was said last. */
    private Optional<Integer> asked(ActivePlan plan, LocalDate startsOn, @Nullable StaffId clinician) {
        return sql.one(
                """
                insert into visits_said as known (episode_id, plan_id, patient_id, version, starts_on, clinician_id)
                values (?, ?, ?, 1, ?, ?)
                on conflict (clinic_id, episode_id) do update
                set version = known.version + 1, starts_on = excluded.starts_on, clinician_id = excluded.clinician_id
                where (known.starts_on, known.clinician_id) is distinct from (excluded.starts_on, excluded.clinician_id)
                returning version
                """,
                row -> row.getInt("version"),
                plan.episode().value(),
                plan.id().value(),
                plan.patient().value(),
                startsOn,
                clinician == null ? null : clinician.value());
    }

    private void tell(Said said, List<VisitNeed> needs, Instant now) {
        outbox.append(new AftercareVisitsNeeded(said.patient(), said.episode(), said.version(), needs, now));
    }
}
