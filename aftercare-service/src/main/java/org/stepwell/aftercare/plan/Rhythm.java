package org.stepwell.aftercare.plan;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * How often somebody is asked as time goes by: days are a whole number of weeks apart, so that it stays the same day of the
 * week.
 *
 * @param weeklyThrough the last week of aftercare with one each week; the others likewise
 */
record Rhythm(int weeklyThrough, int twoWeeklyThrough, int fourWeeklyThrough, int quarterlyThrough) {

    Rhythm {
        if (weeklyThrough < 0
                || twoWeeklyThrough < weeklyThrough
                || fourWeeklyThrough < twoWeeklyThrough
                || quarterlyThrough < fourWeeklyThrough) {
            throw new IllegalArgumentException(
                    "stepwell.aftercare.cadence: weeks must not become fewer (%d, %d, %d, %d). Set them in order."
                            .formatted(weeklyThrough, twoWeeklyThrough, fourWeeklyThrough, quarterlyThrough));
        }
    }

    /** The next day on which somebody is asked; none once the last week is over, unless somebody set another pace. */
    Optional<LocalDate> after(LocalDate began, Pace pace, LocalDate due) {
        if (pace != Pace.BY_TIME) {
            return Optional.of(due.plusWeeks(weeks(pace)));
        }
        var next = due.plusWeeks(weeks(byTime(began, due)));
        return next.isAfter(began.plusWeeks(quarterlyThrough)) ? Optional.empty() : Optional.of(next);
    }

    /** The pace that follows from the time on a day. */
    Pace byTime(LocalDate began, LocalDate due) {
        if (due.isBefore(began.plusWeeks(weeklyThrough))) {
            return Pace.WEEKLY;
        }
        if (due.isBefore(began.plusWeeks(twoWeeklyThrough))) {
            return Pace.TWO_WEEKLY;
        }
        return due.isBefore(began.plusWeeks(fourWeeklyThrough)) ? Pace.FOUR_WEEKLY : Pace.QUARTERLY;
    }

    private static int weeks(Pace pace) {
        return Objects.requireNonNull(pace.weeks());
    }
}
