package org.stepwell.scheduling.reminder;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Patients to whom a message came back: somebody asks them how else they are reached. */
@Singleton
public class LostContacts {

    private static final TaskKind LOST = new TaskKind(
            "message-came-back",
            "A message to a patient came back: ask for another address or number.",
            List.of(Role.INTAKE, Role.CLINIC_ADMIN),
            Duration.ofDays(2),
            true);

    private static final Duration IN_TIME = Duration.ofDays(2);

    private final Tasks tasks;

    LostContacts(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind lost() {
        return LOST;
    }

    void found(PatientId patient, Instant now) {
        tasks.open(new Tasks.Cause(LOST, patient, patient, null, now), null, now.plus(IN_TIME));
    }

    /** How a patient is reached was said anew. */
    public void contactChanged(PatientId patient, Instant at) {
        tasks.done(LOST, patient, at);
    }
}
