package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.aftercare.danger.Danger;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.aftercare.silence.Step.Status;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Takes the steps of a silence, one at a time in their order, however late it is.
 */
@Singleton
class Climb implements DueDoor {

    private final SilenceTable table;
    private final StepTable steps;
    private final Silences silences;
    private final TakeStep takeStep;
    private final FindPlan plans;
    private final Danger danger;
    private final Due due;
    private final Clock clock;

    Climb(
            SilenceTable table,
            StepTable steps,
            Silences silences,
            TakeStep takeStep,
            FindPlan plans,
            Danger danger,
            Due due,
            Clock clock) {
        this.table = table;
        this.steps = steps;
        this.silences = silences;
        this.takeStep = takeStep;
        this.plans = plans;
        this.danger = danger;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Silences.DUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var checkIn = new CheckInId(subject);
        table.of(checkIn)
                .flatMap(known -> plans.ifActive(known.plan()))
                .ifPresent(plan -> table.of(checkIn)
                        .filter(silence -> silence.status() == Silence.Status.RUNNING)
                        .ifPresent(silence -> climb(plan, silence)));
    }

    private void climb(ActivePlan plan, Silence silence) {
        if (!silence.compressed() && danger.stands(plan.patient())) {
            silences.hurry(plan, silence);
        }
        var now = clock.instant();
        next(steps.of(List.of(silence.checkIn())))
                .filter(step -> !step.dueAt().isAfter(now))
                .ifPresent(step -> takeStep.take(plan, silence, step, now));
        if (table.of(silence.checkIn()).filter(Silence::goesOn).isPresent()) {
            next(steps.of(List.of(silence.checkIn())))
                    .ifPresentOrElse(
                            step -> due.at(Silences.DUE, silence.checkIn(), step.dueAt()),
                            () -> table.is(silence.checkIn(), Silence.Status.CLIMBED, null));
        }
    }

    private static Optional<Step> next(List<Step> steps) {
        return steps.stream().filter(step -> step.status() == Status.PLANNED).findFirst();
    }
}
