package org.stepwell.scheduling.fidelity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.time.Due;
import org.stepwell.scheduling.calendar.ClinicTime;
import org.stepwell.scheduling.enrolled.Episodes;

/** Watches the weeks of episodes: measures them when something changed, and tells when a verdict does. */
@Singleton
public class Weeks {

    private final Episodes episodes;
    private final MeasureWeeks measureWeeks;
    private final ToldWeeks told;
    private final ClinicTime time;
    private final Due due;
    private final Outbox outbox;

    Weeks(Episodes episodes, MeasureWeeks measureWeeks, ToldWeeks told, ClinicTime time, Due due, Outbox outbox) {
        this.episodes = episodes;
        this.measureWeeks = measureWeeks;
        this.told = told;
        this.time = time;
        this.due = due;
        this.outbox = outbox;
    }

    /** Something about a session changed: the week of everybody in it is measured soon. */
    public void sessionChanged(SessionId session) {
        due.now(SessionWeeks.KIND, session);
    }

    /** Something about a patient's seats or stay changed: this week is measured soon. */
    public void episodeChanged(EpisodeId episode) {
        due.now(EpisodeWeeks.KIND, episode);
    }

    /** From now on each week of an episode is measured for good once it is over. */
    public void follow(EpisodeId episode, LocalDate start) {
        due.at(EndedWeeks.KIND, episode, finalFrom(time.weekStart(start)));
    }

    /** The same until a last day, which may be a later one than was said before: weeks without a last word get theirs. */
    public void followThrough(EpisodeId episode, LocalDate start, LocalDate lastDay) {
        told.firstOpen(episode, time.weekStart(start), time.weekStart(lastDay))
                .ifPresent(week -> due.sooner(EndedWeeks.KIND, Map.of(episode, finalFrom(week))));
    }

    /**
     * Measures a week of some episodes, and tells what is new. Whoever measures the same episode at the same time waits
     * before reading, so that the word told last is the one that was read last.
     */
    void measure(Collection<EpisodeId> ids, LocalDate weekStart) {
        episodes.hold(ids);
        var weeks = measureWeeks.of(ids, weekStart);
        tell(weeks, weekStart);
        var withdrawn = new HashSet<>(ids);
        weeks.stream()
                .filter(week -> week.rulesOf() == RulesOf.PAYER)
                .forEach(week -> withdrawn.remove(week.episode().id()));
        told.withdraw(withdrawn, weekStart, measureWeeks.isFinal(weekStart), time.now())
                .forEach(outbox::append);
    }

    /**
     * The same for a week in which treatment changed; where the week after was told by a rule set that limits the days
     * without treatment in a row, it is measured again, because such a row may have begun in this one.
     */
    void measureWithNext(Collection<EpisodeId> ids, LocalDate weekStart) {
        measure(ids, weekStart);
        var next = weekStart.plusWeeks(1);
        var toldOf = told.of(ids, next);
        if (!toldOf.isEmpty()) {
            var lookingBack = measureWeeks.of(toldOf, next).stream()
                    .filter(week -> week.rules().gapDaysMax() != null)
                    .toList();
            tell(lookingBack, next);
        }
    }

    private void tell(List<EpisodeWeek> weeks, LocalDate weekStart) {
        var now = time.now();
        told.keep(weeks, weekStart, now).forEach(week -> outbox.append(week.told(now)));
    }

    private Instant finalFrom(LocalDate weekStart) {
        return time.startOf(MeasureWeeks.finalOn(weekStart));
    }
}
