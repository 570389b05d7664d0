package org.stepwell.enrollment.episode;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Who left one level of care for another one here, and then does not come, has no next step any more: somebody sees to it. */
@Singleton
class LostNextSteps {

    private static final Duration WITHIN = Duration.ofDays(2);

    private static final TaskKind LOST = new TaskKind(
            "next-step-lost",
            "Somebody left for another level of care here, and does not come: find a next step with them.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR),
            WITHIN,
            true);

    private final Episodes episodes;
    private final Tasks tasks;

    LostNextSteps(Episodes episodes, Tasks tasks) {
        this.episodes = episodes;
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind lost() {
        return LOST;
    }

    /** Somebody waits no more, which is in the database already. */
    void withdrawn(Episode waited, Instant now) {
        Optional.ofNullable(waited.previous())
                .flatMap(episodes::findByIdOptional)
                .filter(this::endedForIt)
                .ifPresent(before -> tasks.open(
                        new Tasks.Cause(LOST, before.id(), before.patient(), before.id(), now),
                        before.primaryClinician(),
                        now.plus(WITHIN)));
    }

    private boolean endedForIt(Episode before) {
        var ending = before.leaving().ending();
        return ending != null && ending.waiver() == null && !episodes.hasAcceptedNextStep(before, ending.lastDay());
    }
}
