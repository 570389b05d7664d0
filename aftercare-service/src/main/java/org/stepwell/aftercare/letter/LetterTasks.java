package org.stepwell.aftercare.letter;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** A letter that a receiver should have and that did not leave is work for the care team. */
@Singleton
class LetterTasks {

    private static final Duration WITHIN = Duration.ofDays(1);

    private static final TaskKind DID_NOT_LEAVE = new TaskKind(
            "referral-letter-did-not-leave",
            "A letter to a receiver did not leave: its entry says why. Ask the patient, or reach the receiver otherwise.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR),
            WITHIN,
            true);

    private final Tasks tasks;

    LetterTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind didNotLeave() {
        return DID_NOT_LEAVE;
    }

    void didNotLeave(ReferralLetter letter) {
        var at = Objects.requireNonNull(letter.endedAt());
        tasks.open(new Tasks.Cause(DID_NOT_LEAVE, letter.id(), letter.patient(), null, at), null, at.plus(WITHIN));
    }
}
