package org.stepwell.aftercare.plan;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** Notices that by the time nobody asks a patient any more: somebody looks at it with them, so that no plan fades out by itself. */
@Singleton
class PlansAtTheirEnd implements DueDoor {

    static final String KIND = "aftercare-at-its-end";

    private static final TaskKind AT_ITS_END = new TaskKind(
            KIND,
            "By the clinic's settings nobody asks this patient any more: look at it together, and close the plan or set how often they are asked.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR),
            Duration.ofDays(7),
            true);

    private static final Duration IN_TIME = Duration.ofDays(14);

    private final AftercarePlans plans;
    private final Cadence cadence;
    private final Tasks tasks;
    private final Due due;
    private final ClinicDirectory clinics;
    private final Clock clock;

    PlansAtTheirEnd(AftercarePlans plans, Cadence cadence, Tasks tasks, Due due, ClinicDirectory clinics, Clock clock) {
        this.plans = plans;
        this.cadence = cadence;
        this.tasks = tasks;
        this.due = due;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Produces
    @Singleton
    static TaskKind atItsEnd() {
        return AT_ITS_END;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        // The end may lie before the day on which somebody looked at it last: what is found now is found now.
        var now = clock.instant();
        plans.findByIdOptional(new AftercarePlanId(subject))
                .map(found -> plans.locked(found.id()))
                .filter(plan -> plan.status() == Standing.Status.ACTIVE && plan.pace() == Pace.BY_TIME)
                .ifPresent(plan -> tasks.open(
                        new Tasks.Cause(AT_ITS_END, plan.id(), plan.patient(), plan.episode(), now),
                        null,
                        now.plus(IN_TIME)));
    }

    /** The end of an active plan is the day after the last week of its time. */
    void watch(AftercarePlan plan) {
        var last = cadence.endOf(plan.following().countedFrom());
        due.at(KIND, plan.id(), last.plusDays(1).atStartOfDay(clinics.zone()).toInstant());
    }

    /** Somebody looked at it. */
    void lookedAt(AftercarePlanId plan, Instant now) {
        due.cancel(KIND, plan);
        tasks.done(AT_ITS_END, plan, now);
    }
}
