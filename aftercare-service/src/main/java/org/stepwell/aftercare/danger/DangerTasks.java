package org.stepwell.aftercare.danger;

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

/**
 * Whose work a warning of suicide is: the care team's at once, ten minutes later the supervisors', then the administrators';
 * each time whoever is on call is paged, until somebody takes it.
 */
@Singleton
class DangerTasks {

    private static final List<Role> LADDER = List.of(Role.CLINICIAN, Role.SUPERVISOR, Role.CLINIC_ADMIN);
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final Duration WITHIN = Duration.ofHours(1);

    private static final TaskKind NAMED = new TaskKind(
                    "suicide-thought-named",
                    "Thoughts of suicide were named: reach out now, and ask the C-SSRS since last contact.",
                    LADDER,
                    STEP,
                    false)
            .paging();

    private static final TaskKind RISK = new TaskKind(
                    "suicide-risk-found",
                    "The suicide screener found a high or moderate risk: assess it today, make a safety plan with the patient,"
                            + " and clear the flag with what comes of it.",
                    LADDER,
                    STEP,
                    false)
            .paging();

    private final Tasks tasks;

    DangerTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind named() {
        return NAMED;
    }

    @Produces
    @Singleton
    static TaskKind risk() {
        return RISK;
    }

    /** Found again, it is work again for whoever has taken what was found before. */
    void found(FlagName flag, FindingId id, PatientId patient, EpisodeId episode, Instant at) {
        tasks.openAnew(new Tasks.Cause(kindOf(flag), id, patient, episode, at), null, at.plus(WITHIN));
    }

    void cleared(FlagName flag, FindingId id, Instant at) {
        tasks.done(kindOf(flag), id, at);
    }

    private static TaskKind kindOf(FlagName flag) {
        return flag == FlagName.SUICIDE_ITEM ? NAMED : RISK;
    }
}
