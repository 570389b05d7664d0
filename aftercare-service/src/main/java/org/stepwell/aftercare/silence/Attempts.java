package org.stepwell.aftercare.silence;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.silence.Step.Status;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Sql;

/** The attempts to reach patients, and which steps they do; whoever changes them has locked the plan. */
@Singleton
class Attempts {

    private final Sql sql;
    private final SilenceTable table;
    private final StepTable steps;
    private final Silences silences;
    private final OutreachTasks tasks;
    private final List<WhomToAsk> whom;
    private final SilenceSettings settings;
    private final ClinicDirectory clinics;

    Attempts(
            Sql sql,
            SilenceTable table,
            StepTable steps,
            Silences silences,
            OutreachTasks tasks,
            @All List<WhomToAsk> whom,
            SilenceSettings settings,
            ClinicDirectory clinics) {
        this.sql = sql;
        this.table = table;
        this.steps = steps;
        this.silences = silences;
        this.tasks = tasks;
        this.whom = whom;
        this.settings = settings;
        this.clinics = clinics;
    }

    /** Keeps an attempt: it does the steps that ask for it, and where the patient was reached nobody looks for them any more. */
    void made(ActivePlan plan, Attempt attempt) {
        attempt.mustFit();
        if (attempt.person() != null) {
            mustBePermitted(plan, attempt, attempt.person());
        }
        sql.update(
                """
                insert into outreach_attempt
                    (id, plan_id, patient_id, made_at, way, person_id, outcome, note, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                attempt.id(),
                plan.id().value(),
                plan.patient().value(),
                attempt.madeAt(),
                attempt.way().name(),
                attempt.person(),
                attempt.outcome().name(),
                attempt.sealedNote(),
                attempt.recordedBy().value(),
                attempt.recordedAt());
        for (var step : steps.open(plan.id())) {
            if (attempt.does(step.kind()) && inTime(plan, step, attempt)) {
                steps.settle(step, Status.DONE, attempt.recordedBy(), null, attempt.recordedAt());
                tasks.done(step, attempt.recordedAt());
            }
        }
        if (attempt.reachedThePatient() && isNews(plan, attempt)) {
            silences.heard(plan.id(), attempt.recordedAt());
        }
    }

    private void mustBePermitted(ActivePlan plan, Attempt attempt, UUID person) {
        var knowing = whom.stream()
                .filter(one -> one.supports(plan.patient(), person))
                .findFirst()
                .orElseThrow(() -> OutreachRule.SUPPORT_PERSON_IS_NAMED.at(
                        "/supportPerson", "It is nobody who supports this patient."));
        attempt.mustBePermitted(knowing.permittedAt(person));
    }

    /** That somebody was reached before they were silent ends no silence. */
    private boolean isNews(ActivePlan plan, Attempt attempt) {
        return table.goingOn(plan.id()).stream()
                .map(Silence::dueAt)
                .min(Instant::compareTo)
                .filter(since -> !attempt.madeAt().isBefore(since))
                .isPresent();
    }

    /** After the check-in was due; and a second call at another time of the day than the one before it. */
    private boolean inTime(ActivePlan plan, Step step, Attempt attempt) {
        var dueAt = table.of(step.checkIn()).orElseThrow().dueAt();
        if (attempt.madeAt().isBefore(dueAt)) {
            return false;
        }
        return step.kind() != StepKind.SECOND_CALL
                || earlierCalls(plan, dueAt, attempt).stream()
                        .allMatch(one -> attempt.atAnotherTime(one, settings.callsApart(), clinics.zone()));
    }

    private List<Attempt> earlierCalls(ActivePlan plan, Instant since, Attempt attempt) {
        return since(plan.id(), since).stream()
                .filter(one -> one.way() == Attempt.Way.CALL && one.madeAt().isBefore(attempt.madeAt()))
                .toList();
    }

    private List<Attempt> since(AftercarePlanId plan, Instant since) {
        return sql.list("""
                select * from outreach_attempt
                where clinic_id = platform.current_clinic() and plan_id = ? and made_at >= ? order by made_at limit 200
                """, Attempt::read, plan.value(), since);
    }

    /** The last of a plan, the newest first. */
    List<Attempt> last(AftercarePlanId plan, int limit) {
        return sql.list("""
                select * from outreach_attempt
                where clinic_id = platform.current_clinic() and plan_id = ? order by made_at desc, id desc limit ?
                """, Attempt::read, plan.value(), limit);
    }
}
