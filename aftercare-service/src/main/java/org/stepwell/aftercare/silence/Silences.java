package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stepwell.aftercare.danger.Danger;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.silence.Ladder.Pace;
import org.stepwell.contracts.finding.FindingEvent.SafetyChanged;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.finding.RaisedFlags;
import org.stepwell.platform.time.Due;

/** Begins and ends looking for somebody from whom no check-in came; whoever calls has locked the plan. */
@Singleton
public class Silences implements RaisedFlags {

    static final String DUE = "outreach-step";

    private final SilenceTable table;
    private final StepTable steps;
    private final Ladder ladder;
    private final OutreachTasks tasks;
    private final NextCheckIn next;
    private final Danger danger;
    private final ClinicDirectory clinics;
    private final Due due;

    Silences(
            SilenceTable table,
            StepTable steps,
            Ladder ladder,
            OutreachTasks tasks,
            NextCheckIn next,
            Danger danger,
            ClinicDirectory clinics,
            Due due) {
        this.table = table;
        this.steps = steps;
        this.ladder = ladder;
        this.tasks = tasks;
        this.next = next;
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
        var before = table.lastBefore(plan.id(), missing.dueOn());
        int number = before.map(Silence::number).orElse(0) + 1;
        boolean sooner = missing.worrying() || danger.stands(plan.patient());
        var pace = !sooner
                ? Pace.USUAL
                : before.filter(Silence::compressed).isPresent() ? Pace.SOONER : Pace.SOONER_FROM_NOW;
        var planned = ladder.steps(missing.dueAt(), clinics.zone(), number, pace);
        var silence = new Silence(
                missing.checkIn(), plan.id(), missing.dueOn(), missing.dueAt(), number, sooner, Silence.Status.RUNNING);
        planned.computeIfPresent(StepKind.LINKAGE_OFFER, (_, from) -> later(from, secondMissedAt(silence)));
        if (table.add(plan, silence)) {
            steps.add(plan, silence.checkIn(), planned);
            due.at(
                    DUE,
                    missing.checkIn(),
                    planned.values().stream().min(Instant::compareTo).orElseThrow());
            before.filter(first -> first.number() == 1).ifPresent(first -> offeredNoLater(plan, first));
        }
    }

    /** Somebody asks more often than they did when the first one did not come: the second is missed sooner. */
    private void offeredNoLater(ActivePlan plan, Silence first) {
        var from = ladder.steps(first.dueAt(), clinics.zone(), 1, Pace.USUAL).get(StepKind.LINKAGE_OFFER);
        var offered = later(Objects.requireNonNull(from), secondMissedAt(first));
        steps.sooner(plan, first.checkIn(), StepKind.LINKAGE_OFFER, offered);
        due.sooner(DUE, Map.of(first.checkIn(), offered));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** When the next check-in is due, which has calls of its own; where none comes, when nobody calls any more. */
    Instant until(Silence silence) {
        return next.after(silence.plan(), silence.dueOn())
                .map(NextCheckIn.Coming::dueAt)
                .orElseGet(() -> ladder.unreachableAt(silence.dueAt(), clinics.zone()));
    }

    /** When the check-in after this one counts as missed; where none comes, nobody waits for it. */
    Instant secondMissedAt(Silence silence) {
        return next.after(silence.plan(), silence.dueOn())
                .map(NextCheckIn.Coming::missedAt)
                .orElse(silence.dueAt());
    }

    /** Refuses to call somebody unreachable too soon, or without a supervisor. */
    public void mustBeUnreachable(AftercarePlanId plan, Set<Role> by, Instant now) {
        if (!by.contains(Role.SUPERVISOR)) {
            throw OutreachRule.SUPERVISOR_REVIEWS.because("Ask a supervisor of the clinic.");
        }
        var first = table.goingOn(plan).stream()
                .findFirst()
                .orElseThrow(
                        () -> OutreachRule.UNREACHABLE_AFTER_A_MONTH.because(
                                "Nobody is looked for: they were heard from, or no check-in is due yet. Choose another reason."));
        var from = ladder.unreachableFrom(first.dueOn());
        if (LocalDate.ofInstant(now, clinics.zone()).isBefore(from)) {
            throw OutreachRule.UNREACHABLE_AFTER_A_MONTH.because(
                    "No check-in came since %s. Look for them, and decide from %s on.".formatted(first.dueOn(), from));
        }
    }

    /** A supervisor decided that somebody is unreachable: that step is done, and nobody's work any more. */
    public void unreachable(AftercarePlanId plan, Instant now) {
        var going = table.goingOn(plan).stream().map(Silence::checkIn).toList();
        for (var step : steps.of(going)) {
            if (step.kind() == StepKind.UNREACHABLE && step.settledAt() == null) {
                steps.settle(step, Step.Status.DONE, now);
                tasks.done(step, now);
            }
        }
    }

    /** From here on it goes sooner: somebody may be in danger. */
    void hurry(ActivePlan plan, Silence silence) {
        ladder.steps(silence.dueAt(), clinics.zone(), silence.number(), Pace.SOONER_FROM_NOW)
                .forEach((kind, dueAt) -> steps.sooner(plan, silence.checkIn(), kind, dueAt));
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
        for (var step : steps.of(ofWeeks)) {
            if (step.status() == Step.Status.OPEN) {
                tasks.withdraw(step, now);
            }
            steps.settle(step, Step.Status.STOPPED, now);
        }
        for (var checkIn : ofWeeks) {
            table.is(checkIn, as, now);
            due.cancel(DUE, checkIn);
        }
    }
}
