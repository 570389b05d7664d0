package org.stepwell.scheduling.placement;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.Riverside;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.placement.WeekPuzzle.Choice;

class WeekPuzzleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final WeekPuzzle puzzle = new WeekPuzzle(Riverside.NINE_HOURS, 540);

    @Test
    void aWeekIsCompleteWhenItsMinutesAreReached() {
        puzzle.add(aGroup(3, MONDAY, WEDNESDAY));

        assertThat(puzzle.complete()).isFalse();
        assertThat(puzzle.missingMinutes()).isEqualTo(180);

        puzzle.add(aGroup(3, FRIDAY));

        assertThat(puzzle.complete()).isTrue();
        assertThat(puzzle.missingMinutes()).isZero();
        assertThat(puzzle.fits(aGroup(3, TUESDAY))).isFalse();
    }

    @Test
    void groupsAtTheSameHoursDoNotFitTogether() {
        puzzle.add(aGroup(3, MONDAY));

        assertThat(puzzle.fits(aGroup(3, MONDAY, FRIDAY))).isFalse();
        assertThat(puzzle.fits(aGroup(3, FRIDAY))).isTrue();
    }

    @Test
    void aWeekGetsNoMoreMinutesOrDaysThanTheRulesAllow() {
        assertThat(puzzle.fits(aGroup(3, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY)))
                .isFalse();
        assertThat(puzzle.fits(aGroup(3, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY)))
                .isFalse();
        assertThat(puzzle.fits(aGroup(3, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)))
                .isTrue();
    }

    @Test
    void groupsThatHaveBegunComeFirstThenTheFreest() {
        var full = aGroup(1, MONDAY);
        var free = aGroup(9, MONDAY);
        var later = new Choice(new GroupId(Uuid7.next()), 12, TODAY.plusDays(7), free.slots());

        assertThat(WeekPuzzle.inOrder(List.of(later, full, free), TODAY)).containsExactly(free, full, later);
    }

    private static Choice aGroup(int free, DayOfWeek... days) {
        var slots = Stream.of(days)
                .map(day -> new Slot(day, LocalTime.of(18, 0), LocalTime.of(21, 0)))
                .toList();
        return new Choice(new GroupId(Uuid7.next()), free, TODAY, slots);
    }
}
