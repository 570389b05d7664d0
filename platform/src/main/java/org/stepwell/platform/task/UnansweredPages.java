package org.stepwell.platform.task;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.clinic.ClinicDirectory;

/**
 * Pages that reach nobody, or nobody who takes what waits, are work for whoever runs the clinic: once for each task that pages, and
 * as long as nobody takes that.
 */
@Singleton
class UnansweredPages {

    private static final List<Role> WHO_RUNS_IT = List.of(Role.CLINIC_ADMIN, Role.SUPERVISOR);
    private static final Duration STEP = Duration.ofMinutes(10);

    static final TaskKind NOBODY = new TaskKind(
            "nobody-on-call",
            "Work that can not wait pages nobody: say where whoever is on call is paged, a phone or mailbox that exists, and see to"
                    + " it that somebody takes that work.",
            WHO_RUNS_IT,
            STEP,
            false);

    private static final TaskKind NO_ANSWER = new TaskKind(
            "on-call-does-not-answer",
            "Whoever is on call was paged again and again, and nobody took the work: call them, or see to it that somebody else"
                    + " takes it.",
            WHO_RUNS_IT,
            STEP,
            false);

    /** What ends when somebody takes the work that pages. */
    static final List<TaskKind> KINDS = List.of(NOBODY, NO_ANSWER);

    private final Tasks tasks;
    private final TaskTable table;
    private final ClinicDirectory clinics;

    UnansweredPages(Tasks tasks, TaskTable table, ClinicDirectory clinics) {
        this.tasks = tasks;
        this.table = table;
        this.clinics = clinics;
    }

    @Produces
    @Singleton
    static TaskKind nobody() {
        return NOBODY;
    }

    @Produces
    @Singleton
    static TaskKind noAnswer() {
        return NO_ANSWER;
    }

    /** The clinic has said nobody, or there is no such phone and no such mailbox. */
    void reachesNobody(Task paging, Instant now) {
        open(NOBODY, paging, now);
    }

    void reaches(Task paging, Instant now) {
        tasks.done(NOBODY, paging.id(), now);
    }

    /** All roles have it, pages left, and nobody took it. Where they reach nobody, that is what is to be done. */
    void byNobody(Task paging, Instant now) {
        boolean reached = table.statusOf(NOBODY.code(), paging.id())
                .filter(status -> !status.ended())
                .isEmpty();
        if (reached && clinics.onCall().isPresent()) {
            open(NO_ANSWER, paging, now);
        }
    }

    /** It names no patient: the work that pages does, to those who may see it. */
    private void open(TaskKind kind, Task paging, Instant now) {
        tasks.open(new Tasks.Cause(kind, paging.id(), null, null, now), null, now);
    }
}
