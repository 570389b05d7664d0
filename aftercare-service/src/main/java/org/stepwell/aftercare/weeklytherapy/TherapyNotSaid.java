package org.stepwell.aftercare.weeklytherapy;

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

/** Where nobody said anything of weekly therapy nobody watches over it: somebody asks, so that it is no oversight. */
@Singleton
class TherapyNotSaid {

    private static final TaskKind NOT_SAID = new TaskKind(
            "therapy-not-said",
            "Aftercare began, and nobody said where weekly therapy goes on: ask the patient, and write it down, also where it is none.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR),
            Duration.ofDays(7),
            false);

    private static final Duration IN_TIME = Duration.ofDays(7);

    private final Tasks tasks;

    TherapyNotSaid(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind notSaid() {
        return NOT_SAID;
    }

    void ask(ActivePlan plan, Instant now) {
        tasks.open(new Tasks.Cause(NOT_SAID, plan.id(), plan.patient(), plan.episode(), now), null, now.plus(IN_TIME));
    }

    /** It was said, by whomever. */
    void said(AftercarePlanId plan, Instant now) {
        tasks.done(NOT_SAID, plan, now);
    }

    void withdraw(AftercarePlanId plan, Instant now) {
        tasks.withdraw(NOT_SAID, plan, now);
    }
}
