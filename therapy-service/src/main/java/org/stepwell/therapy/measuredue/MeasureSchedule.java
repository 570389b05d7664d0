package org.stepwell.therapy.measuredue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Which questionnaires are asked when; it knows days, and of no patient. */
record MeasureSchedule(List<ScheduleLine> lines) {

    /** Of weeks in which nobody was asked, so many are told. */
    private static final long WEEKS_TOLD_MAX = 12;

    MeasureSchedule {
        lines = List.copyOf(lines);
    }

    /** Something that falls due on a day. */
    record Ask(String instrument, Asks asks, Occasion occasion, LocalDate dueOn) {}

    /** What falls due after a day, through another, earliest first. */
    List<Ask> between(LocalDate started, LocalDate after, LocalDate through) {
        return lines.stream()
                .flatMap(line -> line.occasions().stream()
                        .distinct()
                        .flatMap(occasion -> days(occasion, started, after, through)
                                .map(day -> new Ask(line.instrument(), line.asks(), occasion, day))))
                .sorted(Comparator.comparing(Ask::dueOn))
                .toList();
    }

    /** What is asked when a discharge is planned. */
    List<Ask> atDischarge(LocalDate day) {
        return lines.stream()
                .filter(line -> line.occasions().contains(Occasion.PLANNED_DISCHARGE))
                .map(line -> new Ask(line.instrument(), line.asks(), Occasion.PLANNED_DISCHARGE, day))
                .toList();
    }

    /** The next of each questionnaire and occasion after a day, earliest first. */
    List<Ask> next(LocalDate started, LocalDate after) {
        return lines.stream()
                .flatMap(line -> line.occasions().stream()
                        .distinct()
                        .flatMap(occasion -> next(occasion, started, after).stream()
                                .map(day -> new Ask(line.instrument(), line.asks(), occasion, day))))
                .sorted(Comparator.comparing(Ask::dueOn))
                .toList();
    }

    private static Optional<LocalDate> next(Occasion occasion, LocalDate started, LocalDate after) {
        if (occasion.days() == 0) {
            return Optional.empty();
        }
        if (occasion == Occasion.WEEKLY) {
            return Optional.of(started.plusDays((weeksGone(started, after) + 1) * occasion.days()));
        }
        return Optional.of(started.plusDays(occasion.days())).filter(day -> day.isAfter(after));
    }

    private static Stream<LocalDate> days(Occasion occasion, LocalDate started, LocalDate after, LocalDate through) {
        if (occasion != Occasion.WEEKLY) {
            return next(occasion, started, after).filter(day -> !day.isAfter(through)).stream();
        }
        long last = weeksGone(started, through);
        long first = Math.max(weeksGone(started, after) + 1, last - WEEKS_TOLD_MAX);
        return LongStream.rangeClosed(first, last).mapToObj(week -> started.plusDays(week * occasion.days()));
    }

    /** How many weeks were over on a day; none before the first was. */
    private static long weeksGone(LocalDate started, LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(started, day) / Occasion.WEEKLY.days());
    }
}
