package org.stepwell.therapy.safety;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.FindingId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.roster.FirstClinician;

/** Whose work a risk of suicide is: the primary clinician's at once, and an hour later the supervisors'. */
@Singleton
class SafetyTasks {

    private static final Duration WITHIN = Duration.ofHours(1);

    private static final TaskKind RISK = new TaskKind(
            "suicide-risk-found",
            "The suicide screener found a high or moderate risk: a licensed clinician assesses it today, makes a crisis plan"
                    + " with the patient, and clears the flag with what comes of it.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofHours(1),
            false);

    private final Tasks tasks;
    private final FirstClinician first;

    SafetyTasks(Tasks tasks, FirstClinician first) {
        this.tasks = tasks;
        this.first = first;
    }

    @Produces
    @Singleton
    static TaskKind risk() {
        return RISK;
    }

    /** Found again, it is work again for whoever has taken what was found before. */
    void found(FindingId flag, PatientId patient, EpisodeId episode, Instant at) {
        first.openAnew(new Tasks.Cause(RISK, flag, patient, episode, at), at.plus(WITHIN));
    }

    void cleared(FindingId flag, Instant at) {
        tasks.done(RISK, flag, at);
    }
}
