package org.stepwell.aftercare.checkin;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whose work it is to reach out: the care team's clinicians, and their supervisors when nobody takes it. */
@Singleton
class CheckInTasks {

    private static final List<Role> LADDER = List.of(Role.CLINICIAN, Role.SUPERVISOR);
    private static final Duration WITHIN = Duration.ofDays(2);

    private static final TaskKind MISSED = new TaskKind(
            "check-in-missed",
            "A weekly check-in was missed: reach out, and record it together.",
            LADDER,
            Duration.ofDays(1),
            false);

    private static final TaskKind RED = new TaskKind(
            "check-in-red", "A check-in asks to reach out the same day.", LADDER, Duration.ofHours(1), true);

    private static final TaskKind AMBER = new TaskKind(
            "check-in-amber", "A check-in asks to reach out within 48 hours.", LADDER, Duration.ofDays(1), true);

    private final Tasks tasks;

    CheckInTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind missed() {
        return MISSED;
    }

    @Produces
    @Singleton
    static TaskKind red() {
        return RED;
    }

    @Produces
    @Singleton
    static TaskKind amber() {
        return AMBER;
    }

    /** A week went by; weeks that follow do not make more of it, until somebody is heard from. */
    void missed(ActivePlan plan, Instant at) {
        tasks.open(new Tasks.Cause(MISSED, plan.id(), plan.patient(), plan.episode(), at), null, at.plus(WITHIN));
    }

    /** Somebody is heard from, and may need more than that. */
    void recorded(AftercarePlanId plan, CheckInRecorded recorded) {
        tasks.done(MISSED, plan, recorded.at());
        switch (recorded.level()) {
            case RED -> open(RED, recorded, Duration.ZERO);
            case AMBER -> open(AMBER, recorded, WITHIN);
            case YELLOW, GREEN -> {}
        }
    }

    /** The plan is closed, and nobody asks any more. */
    void ended(AftercarePlanId plan, Instant at) {
        tasks.withdraw(MISSED, plan, at);
    }

    private void open(TaskKind kind, CheckInRecorded about, Duration within) {
        tasks.open(
                new Tasks.Cause(kind, about.checkIn(), about.patient(), about.episode(), about.at()),
                null,
                about.at().plus(within));
    }
}
