package org.stepwell.therapy.trend;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.therapy.roster.FirstClinician;

/** Whose work it is that somebody does not get better: the primary clinician's, or else a supervisor's. */
@Singleton
class TrackTasks {

    private static final Duration WITHIN = Duration.ofDays(3);

    private static final TaskKind NOT_ON_TRACK = new TaskKind(
            "not-on-track",
            "What a patient answers does not get better as one may expect: look at it together, and at the plan.",
            List.of(Role.SUPERVISOR, Role.CLINIC_ADMIN),
            Duration.ofDays(3),
            false);

    private final Tasks tasks;
    private final FirstClinician first;

    TrackTasks(Tasks tasks, FirstClinician first) {
        this.tasks = tasks;
        this.first = first;
    }

    @Produces
    @Singleton
    static TaskKind notOnTrack() {
        return NOT_ON_TRACK;
    }

    void off(Track track, Instant at) {
        first.open(new Tasks.Cause(NOT_ON_TRACK, track.id(), track.patient(), track.episode(), at), at.plus(WITHIN));
    }

    void back(Track track, Instant at) {
        tasks.done(NOT_ON_TRACK, track.id(), at);
    }

    void over(Track track, Instant at) {
        tasks.withdraw(NOT_ON_TRACK, track.id(), at);
    }
}
