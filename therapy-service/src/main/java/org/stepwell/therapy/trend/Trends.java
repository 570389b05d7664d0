package org.stepwell.therapy.trend;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.roster.Episodes;
import org.stepwell.therapy.roster.Stay;

/** Follows what patients answer over their episodes, from intake on. */
@Singleton
public class Trends {

    /** What was answered so many days before the first day was answered at intake. */
    private static final int INTAKE_DAYS = 30;

    private static final int POINTS_MAX = 100;

    private final Scores scores;
    private final Tracks tracks;
    private final TrackTasks tasks;
    private final Expectations expectations;
    private final Episodes episodes;
    private final ClinicDirectory clinics;

    Trends(
            Scores scores,
            Tracks tracks,
            TrackTasks tasks,
            Expectations expectations,
            Episodes episodes,
            ClinicDirectory clinics) {
        this.scores = scores;
        this.tracks = tracks;
        this.tasks = tasks;
        this.expectations = expectations;
        this.episodes = episodes;
        this.clinics = clinics;
    }

    /** Another one came out in an episode that goes on and is locked: does it go as one may expect? */
    public void scored(EpisodeId episode, MeasureScored measure) {
        expectations.of(measure.instrument()).ifPresent(expectation -> {
            var stay = episodes.stay(episode);
            var points = of(stay, measure.instrument());
            var track = tracks.locked(episode, measure.instrument()).orElseGet(() -> begun(stay, measure.instrument()));
            var verdict = expectation.judge(points, clinics.zone());
            if (track.turns(verdict.state(), measure.at())) {
                if (track.offSince() == null) {
                    tasks.back(track, measure.at());
                } else {
                    tasks.off(track, measure.at());
                }
            }
        });
    }

    /** The episode is over: nobody is asked to do anything about it any more. */
    public void ended(EpisodeId episode, Instant at) {
        tracks.of(episode).forEach(track -> tasks.over(track, at));
    }

    /** It goes on after all: what does not get better is somebody's again. */
    public void goesOn(EpisodeId episode, Instant at) {
        tracks.of(episode).stream().filter(track -> track.offSince() != null).forEach(track -> tasks.off(track, at));
    }

    /** What was answered to one questionnaire over an episode, oldest first. */
    List<Point> of(EpisodeId episode, String instrument) {
        return of(episodes.stay(episode), instrument);
    }

    private List<Point> of(Stay stay, String instrument) {
        return scores.between(stay.patient(), instrument, from(stay), until(stay), POINTS_MAX);
    }

    /** All that was answered over a stay, by questionnaire, oldest first. */
    public List<Point> of(Stay stay) {
        return scores.between(stay.patient(), from(stay), until(stay), POINTS_MAX);
    }

    /** The same, and what was answered after the last day, until they came again: it may be asked for late. */
    public List<Point> sinceIntakeOf(Stay stay) {
        var until = episodes.beginningAfter(stay).orElse(stay.today().plusDays(1));
        return scores.between(stay.patient(), from(stay), startOf(until), POINTS_MAX);
    }

    private Track begun(Stay stay, String instrument) {
        var track = new Track(Uuid7.next(), stay.episode(), stay.patient(), instrument);
        tracks.persistAndFlush(track);
        return track;
    }

    /** Not what was answered in the stay before, or after it. */
    private Instant from(Stay stay) {
        var intake = stay.from().minusDays(INTAKE_DAYS);
        var between = episodes.endBefore(stay).map(end -> end.plusDays(1)).filter(day -> day.isAfter(intake));
        return startOf(between.orElse(intake));
    }

    private Instant until(Stay stay) {
        return startOf(stay.through().plusDays(1));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clinics.zone()).toInstant();
    }
}
