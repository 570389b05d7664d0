package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.aftercare.danger.Danger;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.silence.Ladder.Pace;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.finding.RaisedFlags;
import org.stepwell.platform.time.Due;

/** Begins and ends looking for somebody from whom no check-in came; whoever calls has locked the plan. */
@Singleton
public class Silences implements RaisedFlags {

    static final String DUE = "outreach-step";

    private static final int DAYS_OF_A_WEEK = 7;

    private final SilenceTable table;
    private final Ladder ladder;
    private final OutreachTasks tasks;
    private final Danger danger;
    private final ClinicDirectory clinics;
    private final Due due;

    Silences(SilenceTable table, Ladder ladder, OutreachTasks tasks, Danger danger, ClinicDirectory clinics, Due due) {
        this.table = table;
        this.ladder = ladder;
        this.tasks = tasks;
        this.danger = danger;
        this.clinics = clinics;
        this.due = due;
    }

    /**
     * A check-in that did not come.
     *
     * @param dueAt the hour it was due
     * @param worrying whether the last one that came was red or amber
     */
    public record NoCheckIn(CheckInId checkIn, LocalDate dueOn, Instant dueAt, boolean worrying) {}

    /** The hour of a check-in went by without it. Told again, nothing changes. */
    public void begin(ActivePlan plan, NoCheckIn missing) {
        var before = table.ofWeek(plan.id(), missing.dueOn().minusDays(DAYS_OF_A_WEEK))
                .filter(Silence::goesOn);
        int week = before.map(Silence::week).orElse(0) + 1;
        boolean sooner = missing.worrying() || danger.stands(plan.patient());
        var pace = !sooner
                ? Pace.USUAL
                : before.filter(Silence::compressed).isPresent() ? Pace.SOONER : Pace.SOONER_FROM_NOW;
        var steps = ladder.steps(missing.dueAt(), clinics.zone(), week, pace);
        var silence = new Silence(
                missing.checkIn(), plan.id(), missing.dueOn(), missing.dueAt(), week, sooner, Silence.Status.RUNNING);
        if (table.add(plan, silence, steps)) {
            due.at(
                    DUE,
                    missing.checkIn(),
                    steps.values().stream().min(Instant::compareTo).orElseThrow());
        }
    }

    /** From here on it goes sooner: somebody may be in danger. */
    void hurry(ActivePlan plan, Silence silence) {
        ladder.steps(silence.dueAt(), clinics.zone(), silence.week(), Pace.SOONER_FROM_NOW)
                .forEach((kind, dueAt) -> table.sooner(plan, silence.checkIn(), kind, dueAt));
        table.isCompressed(silence.checkIn());
    }

    /** Another service warns of somebody from whom no check-in came: the next look finds it. */
    @Override
    public void raised(SafetyChanged flag) {
        table.running(flag.patient()).forEach(checkIn -> due.now(DUE, checkIn));
    }

    /** The patient was heard from: nobody looks for them any more. */
    public void heard(AftercarePlanId plan, Instant now) {
        stop(plan, Silence.Status.HEARD, now);
    }

    /** Nobody asks any more: the plan is closed or paused. */
    public void ended(AftercarePlanId plan, Instant now) {
        stop(plan, Silence.Status.ENDED, now);
    }

    private void stop(AftercarePlanId plan, Silence.Status as, Instant now) {
        var silences = table.goingOn(plan);
        if (silences.isEmpty()) {
            return;
        }
        List<CheckInId> ofWeeks = silences.stream().map(Silence::checkIn).toList();
        for (var step : table.steps(ofWeeks)) {
            if (step.status() == Step.Status.OPEN) {
                tasks.withdraw(step, now);
            }
            table.settle(step, Step.Status.STOPPED, now);
        }
        for (var checkIn : ofWeeks) {
            table.is(checkIn, as, now);
            due.cancel(DUE, checkIn);
        }
    }
}
