package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episodes;

/** Looks for weeks that ended a day ago: measures them for good, and watches the next one while the patient stays. */
@Singleton
class EndedWeeks implements DueDoor {

    static final String KIND = "week-ended";

    private final Weeks weeks;
    private final Episodes episodes;
    private final ClinicTime time;
    private final Due due;

    EndedWeeks(Weeks weeks, Episodes episodes, ClinicTime time, Due due) {
        this.weeks = weeks;
        this.episodes = episodes;
        this.time = time;
        this.due = due;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var episode = episodes.find(new EpisodeId(subject)).orElse(null);
        if (episode == null) {
            return;
        }
        var day = time.dayOf(dueAt);
        var ended = time.weekStart(day).minusWeeks(1);
        var over = time.startOf(MeasureWeeks.finalOn(ended));
        if (over.isAfter(time.now())) {
            due.at(KIND, episode.id(), over); // the clinic's zone is another one since
            return;
        }
        weeks.measure(Set.of(episode.id()), ended);
        var next = ended.plusWeeks(1);
        var lastDay = episode.lastDay();
        if (lastDay == null || !lastDay.isBefore(next)) {
            due.at(KIND, episode.id(), time.startOf(MeasureWeeks.finalOn(next)));
        }
    }
}
