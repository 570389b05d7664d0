package org.stepwell.aftercare.nextstep;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Lets a message leave once, the day before a step; nothing is sent here, {@link LeavingStepReminder} sends. */
@Singleton
class RemindOfStep implements DueDoor {

    static final String KIND = "next-step-reminder";

    private static final LocalTime THE_MORNING_BEFORE = LocalTime.of(10, 0);

    private final NextSteps steps;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    RemindOfStep(NextSteps steps, ClinicDirectory clinics, Due due, Clock clock) {
        this.steps = steps;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    /** Whoever commits themselves on the last day before needs no reminder; of what a receiver says, they hear at once. */
    void accepted(NextStep step, Instant now) {
        var wished = step.date()
                .minusDays(1)
                .atTime(THE_MORNING_BEFORE)
                .atZone(clinics.zone())
                .toInstant();
        if (wished.isAfter(now)) {
            due.at(KIND, step.id(), wished);
        } else if (step.waitedForReceiver()) {
            due.at(KIND, step.id(), now);
        }
    }

    void ended(NextStep step, Instant now) {
        due.cancel(KIND, step.id());
        step.needsNoReminder(now);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        steps.lockedIfThere(new NextStepId(subject))
                .filter(NextStep::isAwaited)
                .filter(step -> step.reminded() == null)
                .ifPresent(step -> {
                    step.isToBeReminded(clock.instant());
                    due.now(LeavingStepReminder.KIND, step.id());
                });
    }
}
