package org.stepwell.scheduling.placement;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episodes;
import org.stepwell.scheduling.fidelity.Weeks;
import org.stepwell.scheduling.group.Members;
import org.stepwell.scheduling.session.VisitSessions;

/** Looks for whoever was discharged: after the last day they have no places and no seats. */
@Singleton
public class DepartedPatients implements DueDoor {

    private static final String KIND = "departure";

    private final Episodes episodes;
    private final Members members;
    private final VisitSessions visits;
    private final Weeks weeks;
    private final ClinicTime time;
    private final Due due;

    DepartedPatients(Episodes episodes, Members members, VisitSessions visits, Weeks weeks, ClinicTime time, Due due) {
        this.episodes = episodes;
        this.members = members;
        this.visits = visits;
        this.weeks = weeks;
        this.time = time;
        this.due = due;
    }

    /** The patient of an episode was discharged. */
    public void enqueue(EpisodeId episode) {
        due.now(KIND, episode);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = episodes.find(new EpisodeId(subject)).orElse(null);
        if (episode == null || episode.lastDay() == null) {
            return;
        }
        visits.ofTheStay(episode.id(), episode.lastDay());
        visits.cancelAfter(episode.id(), episode.lastDay(), time.now());
        members.depart(episode.id(), episode.lastDay());
        weeks.followThrough(episode.id(), episode.start(), episode.lastDay());
        weeks.episodeChanged(episode.id());
    }
}
