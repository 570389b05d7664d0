package org.stepwell.aftercare.transition;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whoever opens the door of aftercare alone is met there: their care team may have ended with the plan. */
@Singleton
class CameBack {

    private static final TaskKind CAME_BACK = new TaskKind(
            "came-back-to-aftercare",
            "A patient opened their aftercare again by themselves: call them, and name in enrollment who treats them.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofDays(1),
            true);

    private static final Duration IN_TIME = Duration.ofDays(1);

    private final Tasks tasks;

    CameBack(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind cameBack() {
        return CAME_BACK;
    }

    void alone(ActivePlan plan, Instant now) {
        tasks.open(new Tasks.Cause(CAME_BACK, plan.id(), plan.patient(), plan.episode(), now), null, now.plus(IN_TIME));
    }

    /** They are in treatment again, or it ended. */
    void over(AftercarePlanId plan, Instant now) {
        tasks.withdraw(CAME_BACK, plan, now);
    }
}
