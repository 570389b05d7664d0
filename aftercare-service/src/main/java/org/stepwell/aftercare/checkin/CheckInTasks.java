package org.stepwell.aftercare.checkin;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Whose work it is to reach out: the care team's clinicians, and their supervisors when nobody takes it. */
@Singleton
class CheckInTasks {

    private static final List<Role> TEAM = List.of(Role.CLINICIAN, Role.SUPERVISOR);
    private static final Duration WITHIN = Duration.ofDays(2);
    private static final Duration NEXT_CONTACT = Duration.ofDays(7);

    /** Whoever treats the patient, ten minutes later supervisors, then administrators; each time who is on call is paged. */
    private static final TaskKind RED = new TaskKind(
                    "check-in-red",
                    "A check-in asks to reach out at once, the same day: take it, and call.",
                    List.of(Role.CLINICIAN, Role.SUPERVISOR, Role.CLINIC_ADMIN),
                    Duration.ofMinutes(10),
                    true)
            .paging();

    private static final TaskKind AMBER = new TaskKind(
            "check-in-amber", "A check-in asks to reach out within 48 hours.", TEAM, Duration.ofDays(1), true);

    private static final TaskKind YELLOW = new TaskKind(
            "check-in-yellow",
            "A check-in asks to talk about one thing at the next contact.",
            TEAM,
            NEXT_CONTACT,
            true);

    private final Tasks tasks;

    CheckInTasks(Tasks tasks) {
        this.tasks = tasks;
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

    @Produces
    @Singleton
    static TaskKind yellow() {
        return YELLOW;
    }

    /** Somebody is heard from, and may need more than that. */
    void recorded(CheckInRecorded recorded) {
        switch (recorded.level()) {
            case RED -> open(RED, recorded, Duration.ZERO);
            case AMBER -> open(AMBER, recorded, WITHIN);
            case YELLOW -> open(YELLOW, recorded, NEXT_CONTACT);
            case GREEN -> {}
        }
    }

    private void open(TaskKind kind, CheckInRecorded about, Duration within) {
        tasks.open(
                new Tasks.Cause(kind, about.checkIn(), about.patient(), about.episode(), about.at()),
                null,
                about.at().plus(within));
    }
}
