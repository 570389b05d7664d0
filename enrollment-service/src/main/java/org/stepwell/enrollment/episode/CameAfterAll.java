package org.stepwell.enrollment.episode;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.List;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;

/** Of somebody it was said that they never came, and then that they were in a session: somebody looks which of it is true. */
@Singleton
public class CameAfterAll {

    private static final Duration WITHIN = Duration.ofDays(1);

    private static final TaskKind CAME = new TaskKind(
            "came-after-all",
            "It was said that somebody never came, and they were in a session: admit them anew, or correct the attendance.",
            List.of(Role.INTAKE, Role.SUPERVISOR),
            WITHIN,
            true);

    private final Episodes episodes;
    private final Tasks tasks;

    CameAfterAll(Episodes episodes, Tasks tasks) {
        this.episodes = episodes;
        this.tasks = tasks;
    }

    @Produces
    @Singleton
    static TaskKind came() {
        return CAME;
    }

    /** Scheduling says how somebody was there. */
    public void recorded(AttendanceRecorded attendance) {
        if (attendance.status().attended()) {
            episodes.findByIdOptional(
                            attendance.episode(), LockModeType.PESSIMISTIC_WRITE) // who says so at this moment waits
                    .filter(episode -> episode.neverCame() != null)
                    .ifPresent(episode -> tasks.open(
                            new Tasks.Cause(CAME, episode.id(), episode.patient(), episode.id(), attendance.at()),
                            null,
                            attendance.at().plus(WITHIN)));
        }
    }
}
