package org.stepwell.therapy.job;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.roster.FirstClinician;

/** Hours of work that scheduling does not have: it would seat somebody at work. The primary clinician's work, or a supervisor's. */
@Singleton
class HandoverTasks {

    private static final TaskKind HAND_OVER = new TaskKind(
            "work-hours-to-hand-over",
            "A patient works at hours that scheduling does not have, or has hours of a job that is over: hand them over.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofDays(2),
            true);

    private static final Duration IN_TIME = Duration.ofDays(2);

    private final Tasks tasks;
    private final FirstClinician first;

    HandoverTasks(Tasks tasks, FirstClinician first) {
        this.tasks = tasks;
        this.first = first;
    }

    @Produces
    @Singleton
    static TaskKind handOver() {
        return HAND_OVER;
    }

    /** Asks for what is to be handed over now, once; where nothing is any more, nobody is asked. */
    void settle(JobApplication application, Instant now) {
        if (application.isToBeHandedOver()) {
            first.open(
                    new Tasks.Cause(HAND_OVER, application.id(), application.patient(), application.episode(), now),
                    now.plus(IN_TIME));
        } else {
            tasks.done(HAND_OVER, application.id(), now);
        }
    }

    /** The stay is over, and nobody is seated any more. */
    void withdraw(JobApplicationId application, Instant at) {
        tasks.withdraw(HAND_OVER, application, at);
    }
}
