package org.stepwell.therapy.goal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that moves a goal, week by week: the last four weeks are held against all the weeks before.
 *
 * @param direction nothing where it is known of one of the two only
 */
@Schema(name = "GoalMover")
record Mover(
        Source source,

        @Schema(description = "in the order of the weeks; a week of which nothing is known is left out")
        List<Week> weeks,

        @Schema(description = "missing as long as there is nothing to hold it against") @Nullable
        Direction direction) {

    static final int RECENT_WEEKS = 4;

    /** A value of a week; what it counts, the source says. */
    @Schema(name = "GoalWeek")
    record Week(
            @Schema(description = "its first day") LocalDate from,
            @Schema(examples = "87.5") double value) {}

    /** Something that was counted on a day. */
    record Counted(LocalDate day, double value) {}

    /** What is compared: today's week and the three before it, and all that was before them. */
    static Mover of(Source source, List<Counted> counted, LocalDate weekOfToday) {
        var weeks = byWeek(counted, weekOfToday);
        var first = weekOfToday.minusWeeks(RECENT_WEEKS - 1L);
        var now =
                mean(weeks.stream().filter(week -> !week.from().isBefore(first)).toList());
        var before =
                mean(weeks.stream().filter(week -> week.from().isBefore(first)).toList());
        return new Mover(
                source,
                weeks,
                now.isEmpty() || before.isEmpty() ? null : source.from(before.getAsDouble(), now.getAsDouble()));
    }

    /** Ratings say themselves where something went: the last four weeks of them. */
    static Mover rated(Source source, List<Counted> counted, LocalDate weekOfToday) {
        var weeks = byWeek(counted, weekOfToday);
        var first = weekOfToday.minusWeeks(RECENT_WEEKS - 1L);
        var now =
                mean(weeks.stream().filter(week -> !week.from().isBefore(first)).toList());
        return new Mover(source, weeks, now.isEmpty() ? null : source.from(0, now.getAsDouble()));
    }

    private static List<Week> byWeek(List<Counted> counted, LocalDate weekOfToday) {
        var days = new TreeMap<LocalDate, List<Counted>>(
                counted.stream().collect(Collectors.groupingBy(one -> weekOf(one.day(), weekOfToday))));
        return days.entrySet().stream()
                .map(week -> new Week(week.getKey(), rounded(meanOf(week.getValue()))))
                .sorted(Comparator.comparing(Week::from))
                .toList();
    }

    private static LocalDate weekOf(LocalDate day, LocalDate weekOfToday) {
        return weekOfToday.plusWeeks(Math.floorDiv(ChronoUnit.DAYS.between(weekOfToday, day), 7));
    }

    private static double meanOf(List<Counted> counted) {
        return counted.stream().mapToDouble(Counted::value).average().orElseThrow();
    }

    private static OptionalDouble mean(List<Week> weeks) {
        return weeks.stream().mapToDouble(Week::value).average();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
