package org.stepwell.scheduling.makeup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.session.HeldSession;

/** A patient takes a seat on the phone, and whoever leads the session is told, so that they expect them. */
@Singleton
class TakenSeats {

    private static final TaskKind TAKEN = new TaskKind(
            "seat-taken-by-patient",
            "A patient took a seat in a session on the phone, to make up for another: look at its roster.",
            List.of(Role.CLINICIAN, Role.SUPERVISOR),
            Duration.ofDays(2),
            true);

    private final Tasks tasks;
    private final ClinicTime time;

    TakenSeats(Tasks tasks, ClinicTime time) {
        this.tasks = tasks;
        this.time = time;
    }

    @Produces
    @Singleton
    static TaskKind taken() {
        return TAKEN;
    }

    void tell(List<HeldSession> sessions) {
        for (var session : sessions) {
            @Nullable
            StaffId leader = session.facilitators().isEmpty()
                    ? null
                    : session.facilitators().getFirst();
            tasks.open(new Tasks.Cause(TAKEN, session.id(), null, null, time.now()), leader, session.startsAt());
        }
    }
}
