package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.time.DueDoor;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.enrolled.Episodes;

/** A patient got seats, gave them back or was discharged: measures the weeks this changes. */
@Singleton
class EpisodeWeeks implements DueDoor {

    static final String KIND = "week-of-episode";

    private final Weeks weeks;
    private final ToldWeeks told;
    private final Episodes episodes;
    private final ClinicTime time;

    EpisodeWeeks(Weeks weeks, ToldWeeks told, Episodes episodes, ClinicTime time) {
        this.weeks = weeks;
        this.told = told;
        this.episodes = episodes;
        this.time = time;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        episodes.find(new EpisodeId(subject))
                .ifPresent(episode -> changed(episode).forEach(week -> weeks.measure(Set.of(episode.id()), week)));
    }

    /**
     * This week while the patient is in; with a last day or a time away, that week too and whatever was told of later ones. With
     * another last day than was said before, a week that ended it then may be a whole one now.
     */
    private Set<LocalDate> changed(Episode episode) {
        var changed = new TreeSet<LocalDate>();
        var lastDay = episode.lastDay();
        if (lastDay != null && lastDay.isBefore(episode.start())) {
            return changed;
        }
        var thisWeek = time.weekStart(time.today());
        if (!thisWeek.isBefore(time.weekStart(episode.start())) && episode.admittedOn(thisWeek)) {
            changed.add(thisWeek);
        }
        episode.lastAwayFrom().ifPresent(from -> changed.addAll(told.from(episode.id(), time.weekStart(from))));
        if (lastDay != null) {
            changed.add(time.weekStart(lastDay));
            changed.addAll(told.from(episode.id(), time.weekStart(lastDay)));
            changed.addAll(told.notWhole(episode.id()));
        }
        return changed;
    }
}
