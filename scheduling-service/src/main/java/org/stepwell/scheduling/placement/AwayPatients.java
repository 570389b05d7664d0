package org.stepwell.scheduling.placement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Absences;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.group.Members;
import org.stepwell.scheduling.session.VisitSessions;

/**
 * Looks for whoever is away: nobody expects them, and their places are kept until the day that was said. When that day
 * is over, and they are not known to come back, the places are others'.
 */
@Singleton
public class AwayPatients implements DueDoor {

    private static final String KIND = "away";

    private final Episodes episodes;
    private final Absences absences;
    private final Members members;
    private final VisitSessions visits;
    private final Weeks weeks;
    private final ClinicTime time;
    private final Due due;

    AwayPatients(
            Episodes episodes,
            Absences absences,
            Members members,
            VisitSessions visits,
            Weeks weeks,
            ClinicTime time,
            Due due) {
        this.episodes = episodes;
        this.absences = absences;
        this.members = members;
        this.visits = visits;
        this.weeks = weeks;
        this.time = time;
        this.due = due;
    }

    /** The patient of an episode is away. */
    public void enqueue(EpisodeId episode) {
        due.now(KIND, episode);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = episodes.held(new EpisodeId(subject)).orElse(null);
        if (episode == null) {
            return;
        }
        visits.cancelAway(episode.id(), time.now());
        members.away(episode.id());
        weeks.episodeChanged(episode.id());
        absences.openOf(episode.id()).ifPresent(away -> {
            var kept = away.keepSeatsUntil();
            var lastDay = kept == null ? away.from().minusDays(1) : kept;
            var over = time.startOf(lastDay.plusDays(1));
            if (over.isAfter(time.now())) {
                due.at(KIND, episode.id(), over);
            } else {
                members.leaveAll(episode.id(), lastDay);
            }
        });
    }
}
