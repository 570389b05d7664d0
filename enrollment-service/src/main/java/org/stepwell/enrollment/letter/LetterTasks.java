package org.stepwell.enrollment.letter;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** A letter that somebody waits for and that did not leave is work for whoever writes letters. */
@Singleton
class LetterTasks {

    private static final Duration WITHIN = Duration.ofDays(1);

    private static final TaskKind DID_NOT_LEAVE = new TaskKind(
            "letter-did-not-leave",
            "A letter did not leave: its entry says why. Ask the patient, or whoever waits for it, what to do.",
            List.of(Role.INTAKE, Role.SUPERVISOR),
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

    void didNotLeave(Letter letter) {
        var at = Objects.requireNonNull(letter.endedAt());
        tasks.open(new Tasks.Cause(DID_NOT_LEAVE, letter.id(), letter.patient(), null, at), null, at.plus(WITHIN));
    }
}
