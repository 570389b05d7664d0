package org.stepwell.enrollment.coverage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far an authorization is used, and when it will be used up if the patient goes on coming as in the last two weeks in
 * which they were not away.
 *
 * @param usedUpOn null where nobody came lately, or where it ends before
 * @param daysLeft days until it ends, today not counted; below zero once it has
 */
@Schema(name = "BurnDown")
public record BurnDown(
        @Schema(examples = "18") int used,

        @Schema(examples = "12", description = "below zero where a payer was billed for more than is approved by now")
        int left,

        @Schema(
                examples = "2026-04-20",
                description =
                        "at the pace of the last two weeks, without days away; missing where it ends before, or nobody"
                                + " came")
        @Nullable
        LocalDate usedUpOn,

        @Schema(examples = "21", description = "until its last day; below zero once it is over")
        long daysLeft) {

    /** Sessions are on weekdays: less than a week says nothing about a pace. */
    private static final int PACE_DAYS_MIN = 7;

    private static final int PACE_DAYS_MAX = 14;

    /** Of somebody of whom no time away is known. */
    static BurnDown of(Approved approved, NavigableMap<LocalDate, Integer> unitsByDay, LocalDate today) {
        return of(approved, unitsByDay, _ -> false, today);
    }

    static BurnDown of(
            Approved approved,
            NavigableMap<LocalDate, Integer> unitsByDay,
            Predicate<LocalDate> isAway,
            LocalDate today) {
        int used = sum(unitsByDay);
        int left = approved.units() - used;
        return new BurnDown(
                used,
                left,
                forecast(approved, unitsByDay, isAway, left, today),
                ChronoUnit.DAYS.between(today, approved.lastDay()));
    }

    private static @Nullable LocalDate forecast(
            Approved approved,
            NavigableMap<LocalDate, Integer> unitsByDay,
            Predicate<LocalDate> isAway,
            int left,
            LocalDate today) {
        if (left <= 0 && !unitsByDay.isEmpty()) {
            return unitsByDay.lastKey();
        }
        if (unitsByDay.isEmpty() || today.isAfter(approved.lastDay())) {
            return null;
        }
        var first = unitsByDay.firstKey();
        var days = Stream.iterate(today, day -> !day.isBefore(first), day -> day.minusDays(1))
                .filter(isAway.negate())
                .limit(PACE_DAYS_MAX)
                .toList();
        int lately =
                days.stream().mapToInt(day -> unitsByDay.getOrDefault(day, 0)).sum();
        if (lately == 0) {
            return null;
        }
        long window = Math.max(days.size(), PACE_DAYS_MIN);
        var day = today.plusDays(Math.ceilDiv(left * window, (long) lately));
        return day.isAfter(approved.lastDay()) ? null : day;
    }

    private static int sum(NavigableMap<LocalDate, Integer> unitsByDay) {
        return unitsByDay.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether few enough are left that somebody asks for more. */
    boolean low(int unitsLeftAlert) {
        return left <= unitsLeftAlert && daysLeft >= 0;
    }

    /** Whether it ends so soon that somebody asks for more. */
    boolean endsSoon(int daysLeftAlert) {
        return daysLeft >= 0 && daysLeft <= daysLeftAlert;
    }
}
