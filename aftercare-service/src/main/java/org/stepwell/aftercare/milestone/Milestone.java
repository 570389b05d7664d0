package org.stepwell.aftercare.milestone;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A day that is worth marking: 1, 30, 60, 90 days, 6, 9 months, 1 year, 18 months and each year after, counted from the date
 * itself, so that nothing drifts; who began on February 29 has the 28th in common years.
 */
record Milestone(Period after, LocalDate on) {

    private static final List<Period> FIRST = List.of(
            Period.ofDays(1),
            Period.ofDays(30),
            Period.ofDays(60),
            Period.ofDays(90),
            Period.ofMonths(6),
            Period.ofMonths(9),
            Period.ofYears(1),
            Period.ofMonths(18));

    private static final int YEARS_MAX = 120;

    /** All from a date on, in order. */
    static Stream<Milestone> since(LocalDate date) {
        var years = IntStream.rangeClosed(2, YEARS_MAX).mapToObj(Period::ofYears);
        return Stream.concat(FIRST.stream(), years).map(after -> new Milestone(after, date.plus(after)));
    }

    /** Those that were reached through a day. */
    static List<Milestone> reached(LocalDate since, LocalDate through) {
        return since(since).takeWhile(one -> !one.on().isAfter(through)).toList();
    }

    /** The first that comes on a day or after it. */
    static Optional<Milestone> from(LocalDate since, LocalDate day) {
        return since(since).filter(one -> !one.on().isBefore(day)).findFirst();
    }

    /** On a day, if it is one. */
    static Optional<Milestone> on(LocalDate since, LocalDate day) {
        return from(since, day).filter(one -> one.on().equals(day));
    }
}
