package org.stepwell.enrollment.account;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whoever invites a patient holds the code, and could come in with it themselves: somebody else asks the patient. */
@Singleton
class PatientAccountTasks {

    private static final Duration WITHIN = Duration.ofDays(7);

    private static final TaskKind OPENED = new TaskKind(
            "patient-account-opened",
            "An account was opened for a patient: ask them, in a way that is safe, whether it is theirs, and have it ended where"
                    + " it is not.",
            List.of(Role.PRIVACY_OFFICER),
            WITHIN,
            true);

    private final Tasks tasks;
    private final Clock clock;

    PatientAccountTasks(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind opened() {
        return OPENED;
    }

    void opened(Account account, PatientId patient) {
        var now = clock.instant();
        tasks.open(new Tasks.Cause(OPENED, account.id(), patient, null, now), null, now.plus(WITHIN));
    }
}
