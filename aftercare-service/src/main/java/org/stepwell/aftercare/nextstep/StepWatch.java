package org.stepwell.aftercare.nextstep;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Looks after a step that somebody has to say something about: the receiver, some days after they were asked, and whoever knows what
 * came of it, the morning after its day. Each step has one due row, for what comes next.
 */
@Singleton
class StepWatch implements DueDoor {

    static final String KIND = "next-step-watch";

    /** Whoever was asked by phone or in person has so long. */
    static final int DAYS_TO_ANSWER = 3;

    /** When people begin to work. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final NextSteps steps;
    private final StepTasks tasks;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    StepWatch(NextSteps steps, StepTasks tasks, ClinicDirectory clinics, Due due, Clock clock) {
        this.steps = steps;
        this.tasks = tasks;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    /** Somebody is to receive the patient, and was asked. */
    void proposed(NextStep step, Instant now) {
        if (step.waitsForReceiver()) {
            due.at(KIND, step.id(), morningOf(today(now).plusDays(DAYS_TO_ANSWER)));
        }
    }

    /** They were asked in writing, and have until the end of a day. */
    void answerExpected(NextStepId step, LocalDate lastDay) {
        due.at(KIND, step, morningOf(lastDay.plusDays(1)));
    }

    /** It stands: the morning after, somebody is asked what came of it. */
    void accepted(NextStep step, Instant now) {
        tasks.answered(step, now);
        due.at(KIND, step.id(), morningOf(step.date().plusDays(1)));
    }

    void declined(NextStep step, Instant now) {
        tasks.answered(step, now);
        due.cancel(KIND, step.id());
    }

    void cameOut(NextStep step, Instant now) {
        tasks.outcomeKnown(step, now);
        due.cancel(KIND, step.id());
    }

    /** It is withdrawn, or its plan is over. */
    void ended(NextStep step, Instant now) {
        tasks.ended(step, now);
        due.cancel(KIND, step.id());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var now = clock.instant();
        steps.lockedIfThere(new NextStepId(subject)).ifPresent(step -> look(step, now));
    }

    private void look(NextStep step, Instant now) {
        if (step.waitsForReceiver()) {
            tasks.isUnanswered(step, now);
        } else if (step.isAwaited() && step.date().isBefore(today(now))) {
            tasks.dayIsOver(step, now);
        }
    }

    private Instant morningOf(LocalDate day) {
        return day.atTime(MORNING).atZone(clinics.zone()).toInstant();
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, clinics.zone());
    }
}
