package org.stepwell.aftercare.nextstep;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.problem.Refusal;

/** What a letter to a receiver needs of a step: what is asked, and where the answer goes. */
@Singleton
public class ReferredSteps {

    private final NextSteps steps;
    private final StepCourse course;
    private final StepWatch watch;
    private final ClinicDirectory clinics;
    private final Clock clock;

    ReferredSteps(NextSteps steps, StepCourse course, StepWatch watch, ClinicDirectory clinics, Clock clock) {
        this.steps = steps;
        this.course = course;
        this.watch = watch;
        this.clinics = clinics;
        this.clock = clock;
    }

    /** Whose step it is, so that the policy can be asked before anything else. */
    public PatientId patientOf(NextStepId step) {
        return steps.of(step).patient();
    }

    /** The step, which waits until the transaction ends; refused where it takes no receiver, or is answered. */
    public ReferredStep waiting(NextStepId id) {
        var step = steps.locked(id);
        if (!step.waitedForReceiver()) {
            throw new Refusal(NextStepRule.RECEIVER_IS_ASKED, "It is a %s.".formatted(step.kind()));
        }
        return referred(step)
                .orElseThrow(() -> new Refusal(
                        NextStepRule.ALREADY_ANSWERED, "It is %s. Propose a new step.".formatted(step.status())));
    }

    /** The same for whoever may come too late. */
    public Optional<ReferredStep> ifWaiting(NextStepId id) {
        return steps.lockedIfThere(id).flatMap(ReferredSteps::referred);
    }

    /** The receiver was asked in writing, and answers until the end of a day; from then on somebody asks them. */
    public void answerExpected(NextStepId id, LocalDate lastDay) {
        watch.answerExpected(id, lastDay);
    }

    /** For which days a receiver can take somebody today. */
    public DaysAhead daysAhead() {
        return DaysAhead.of(LocalDate.ofInstant(clock.instant(), clinics.zone()));
    }

    /** The receiver takes the patient, on a day of theirs. */
    public void accept(ReferredStep referred, LocalDate day) {
        var step = steps.locked(referred.id());
        var now = clock.instant();
        course.accepted(
                step, step.acceptFor(day, Word.OF_RECEIVER_THEMSELVES, LocalDate.ofInstant(now, clinics.zone()), now));
    }

    /** The receiver does not. */
    public void decline(ReferredStep referred, DeclineReason reason) {
        var step = steps.locked(referred.id());
        course.declined(step, step.declineBecause(reason, Word.OF_RECEIVER_THEMSELVES, clock.instant()));
    }

    private static Optional<ReferredStep> referred(NextStep step) {
        return step.waitsForReceiver()
                ? Optional.of(new ReferredStep(step.id(), step.patient(), step.episode(), step.kind(), step.date()))
                : Optional.empty();
    }
}
