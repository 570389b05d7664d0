package org.stepwell.scheduling.placement;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.enrolled.Episode;

/**
 * The weeks in which a group must meet at all its hours so that they count as placed: the patient's first whole week
 * and the three after it, or fewer where the episode is to end before.
 */
record LastingWeeks(LocalDate firstDay, LocalDate lastDay) {

    private static final int WEEKS = 4;

    static LastingWeeks of(Episode episode, LocalDate firstWholeWeek) {
        var last = Stream.of(firstWholeWeek.plusWeeks(WEEKS).minusDays(1), episode.targetEnd(), episode.lastDay())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new LastingWeeks(firstWholeWeek, last);
    }

    /** True where the group has begun by its first hours of these weeks, and has not ended before its last ones. */
    boolean have(WeekPuzzle.Choice choice) {
        return choice.weekly().allMatch(slot -> have(slot, choice));
    }

    private boolean have(Slot slot, WeekPuzzle.Choice choice) {
        var first = firstDay.with(TemporalAdjusters.nextOrSame(slot.weekday()));
        var last = lastDay.with(TemporalAdjusters.previousOrSame(slot.weekday()));
        var endsOn = choice.endsOn();
        return !first.isBefore(choice.startsOn()) && (endsOn == null || !last.isAfter(endsOn));
    }
}
