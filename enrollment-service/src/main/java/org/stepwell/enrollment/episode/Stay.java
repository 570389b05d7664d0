package org.stepwell.enrollment.episode;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.enrollment.program.Program;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** The days of an episode: its first one, the one it is meant to end on, and the times in which the patient was away. */
@Embeddable
class Stay {

    private static final int START_YEARS_AGO_MAX = 2;
    private static final int START_DAYS_AHEAD_MAX = 60;
    private static final int STAY_DAYS_AHEAD_MAX = 90;

    private @Nullable LocalDate start;
    private @Nullable LocalDate targetEnd;

    @Embedded
    private Holds holds = new Holds();

    protected Stay() {}

    /** Refuses a first day that must be a mistake. */
    static void mustBeginNear(LocalDate from, LocalDate today) {
        if (from.isBefore(today.minusYears(START_YEARS_AGO_MAX))
                || from.isAfter(today.plusDays(START_DAYS_AHEAD_MAX))) {
            throw new Refusal(
                    EpisodeRule.ADMISSION_IS_NEAR,
                    "Today is %s. Is the year right?".formatted(today),
                    List.of(new FieldError("/start", "two years ago to sixty days ahead")));
        }
    }

    /** Begins; answers the day it is meant to end on. */
    LocalDate begin(LocalDate from, Program offered) {
        var end = offered.targetEnd(from);
        start = from;
        targetEnd = end;
        return end;
    }

    /** It never began, though somebody was expected until a day. */
    NeverCame neverBegan(LocalDate until, LocalDate today) {
        var never = new NeverCame(begun(), until);
        never.mustBeNear(today);
        start = null;
        targetEnd = null;
        return never;
    }

    /** The patient is away for a while. */
    Hold hold(Hold hold, LocalDate today) {
        holds.begin(hold, begun(), today);
        return holds.current();
    }

    /** The while they are away takes another time than was said. */
    Hold takes(Hold.Length length, LocalDate today) {
        holds.takes(length, today);
        return holds.current();
    }

    /** They come back, and are meant to stay as much longer as they were away; answers how they were away. */
    Hold resume(LocalDate firstDayBack, LocalDate today) {
        var hold = holds.end(firstDayBack, today);
        targetEnd = meantToEnd().plusDays(hold.daysUntil(firstDayBack));
        return hold;
    }

    /** It goes on beyond the day it was meant to end on. */
    void goesOn(LocalDate until, LocalDate today) {
        var before = meantToEnd();
        var latest = today.plusDays(STAY_DAYS_AHEAD_MAX);
        if (!until.isAfter(before) || !until.isAfter(today) || until.isAfter(latest)) {
            throw new Refusal(
                    EpisodeRule.TARGET_END_MOVES_ON,
                    "It was %s, and today is %s.".formatted(before, today),
                    List.of(new FieldError("/targetEnd", "after %s, at most %s".formatted(before, latest))));
        }
        targetEnd = until;
    }

    /** Refuses a planned end that must be a mistake. */
    void mustEndNear(LocalDate end, LocalDate today) {
        var latest = today.plusDays(STAY_DAYS_AHEAD_MAX);
        var last = targetEnd != null && targetEnd.isAfter(latest) ? targetEnd : latest;
        if (end.isAfter(last)) {
            throw new Refusal(
                    EpisodeRule.DISCHARGE_IS_PLANNED_NEAR,
                    "Today is %s. Is the year right?".formatted(today),
                    List.of(new FieldError("/targetDate", "at most %s".formatted(last))));
        }
    }

    /** Refuses other hours while the patient is away, and hours that the program does not have then. */
    void mustAllow(TrackChange change, String track, Program offered, LocalDate today) {
        change.mustBePossible(track, begun(), offered, today);
        if (holds.isOpen()) {
            throw new Refusal(
                    EpisodeRule.BACK_BEFORE_TRACK_CHANGES,
                    "The patient is away since %s.".formatted(holds.current().from()));
        }
    }

    Holds holds() {
        return holds;
    }

    @Nullable
    LocalDate start() {
        return start;
    }

    @Nullable
    LocalDate targetEnd() {
        return targetEnd;
    }

    private LocalDate begun() {
        return Objects.requireNonNull(start);
    }

    LocalDate meantToEnd() {
        return Objects.requireNonNull(targetEnd);
    }
}
