package org.stepwell.scheduling.fidelity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.stepwell.contracts.code.RuleSet;

/** A week as it would be if its hours were the same week after week and everybody came to all of them. */
public final class SteadyWeek {

    /** Any week will do: one that is like the week before looks the same from whatever day it starts. */
    private static final LocalDate A_MONDAY = LocalDate.of(2026, 1, 5);

    private SteadyWeek() {}

    /** Treatment that comes again each week. */
    public record Weekly(DayOfWeek weekday, int minutes, boolean inGroup) {}

    /** Holds the week against a rule set, by the measure that real weeks are held by. */
    public static WeekMeasure measured(RuleSet rules, List<Weekly> hours) {
        var before = A_MONDAY.minusWeeks(1);
        var counted = Stream.of(before, A_MONDAY)
                .flatMap(week -> hours.stream()
                        .map(one -> new Treatment(
                                week.plusDays(one.weekday().getValue() - 1L), one.minutes(), one.inGroup())))
                .toList();
        return WeekMeasure.of(rules, new WeekMeasure.Facts(A_MONDAY, counted, List.of(), before, true, false, true));
    }
}
