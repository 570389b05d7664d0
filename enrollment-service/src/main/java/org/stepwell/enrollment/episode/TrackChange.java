package org.stepwell.enrollment.episode;

import java.time.LocalDate;
import java.util.List;
import org.stepwell.enrollment.program.Program;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** From a day on a patient comes at the hours of another track of the same program. */
record TrackChange(String to, LocalDate from) {

    /** Long enough to arrange life around other hours, short enough that the seats promised then are still known. */
    private static final int DAYS_AHEAD_MAX = 14;

    void mustBePossible(String track, LocalDate start, Program offered, LocalDate today) {
        OpenEpisode.mustOffer(offered, to);
        if (to.equals(track)) {
            throw new Refusal(
                    EpisodeRule.ANOTHER_TRACK,
                    "The patient is in that track already.",
                    List.of(new FieldError("/track", "another track of the program")));
        }
        var earliest = start.isAfter(today) ? start : today;
        var latest = earliest.plusDays(DAYS_AHEAD_MAX);
        if (from.isBefore(earliest) || from.isAfter(latest)) {
            throw new Refusal(
                    EpisodeRule.TRACK_CHANGES_AHEAD,
                    "Choose a day from %s to %s.".formatted(earliest, latest),
                    List.of(new FieldError("/from", "%s to %s".formatted(earliest, latest))));
        }
    }
}
