package org.stepwell.scheduling.visit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.access.Role;
import org.stepwell.platform.task.TaskKind;
import org.stepwell.platform.task.Tasks;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.session.VisitSessions;

/**
 * Another plan holds: visits ahead that it does not ask for are work for whoever books them. They stay until somebody decides,
 * because the patient and the clinician count on them (decision 0040). Where aftercare asks for none any more nobody comes, and
 * those after the last day are cancelled (decision 0058).
 */
@Singleton
class VisitsNotNeeded implements DueDoor {

    static final String KIND = "visits-not-needed";

    /** As far ahead as visits are booked. */
    static final int DAYS_AHEAD_MAX = 366;

    private static final TaskKind NOT_NEEDED = new TaskKind(
            KIND,
            "The plan does not ask for some visits that are booked: ask whoever treats the patient, and cancel them or leave"
                    + " them.",
            List.of(Role.INTAKE, Role.CLINIC_ADMIN),
            Duration.ofDays(1),
            true);

    private static final Duration IN_TIME = Duration.ofDays(2);

    private final Tallies tallies;
    private final NeededVisits needed;
    private final VisitSessions visits;
    private final Episodes episodes;
    private final Tasks tasks;
    private final ClinicTime time;

    VisitsNotNeeded(
            Tallies tallies,
            NeededVisits needed,
            VisitSessions visits,
            Episodes episodes,
            Tasks tasks,
            ClinicTime time) {
        this.tallies = tallies;
        this.needed = needed;
        this.visits = visits;
        this.episodes = episodes;
        this.tasks = tasks;
        this.time = time;
    }

    @Produces
    @Singleton
    static TaskKind notNeeded() {
        return NOT_NEEDED;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = episodes.held(new EpisodeId(subject)).orElse(null); // whoever books at this moment is seen
        if (episode == null) {
            return; // not known here yet, so that nothing is booked
        }
        var now = time.now();
        var today = time.today();
        if (needed.inAftercare(episode.id()).isEmpty()) {
            visits.cancelAftercare(episode.id(), today, now);
        }
        boolean some = tallies.of(episode, today, today.plusDays(DAYS_AHEAD_MAX)).besides().stream()
                .anyMatch(Visit::ahead);
        if (some) {
            tasks.open(
                    new Tasks.Cause(NOT_NEEDED, episode.id(), episode.patient(), episode.id(), now),
                    null,
                    now.plus(IN_TIME));
        } else {
            tasks.withdraw(NOT_NEEDED, episode.id(), now);
        }
    }
}
