package org.stepwell.scheduling.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.platform.problem.Refusal;

class RecurrenceTest {

    /** A Friday, and not the first one of its month. */
    private static final LocalDate START = LocalDate.parse("2026-03-13");

    @Test
    void everySecondWeekIsCountedFromTheFirstDayOverTheDaysOfTheHours() {
        var secondWeeks = new Recurrence("FREQ=WEEKLY;INTERVAL=2", START);

        assertThat(secondWeeks.between(on(MONDAY, FRIDAY), START, START.plusDays(31)))
                .containsExactly(
                        START, // its week's Monday was before it began
                        LocalDate.parse("2026-03-23"),
                        LocalDate.parse("2026-03-27"),
                        LocalDate.parse("2026-04-06"),
                        LocalDate.parse("2026-04-10"));
    }

    @Test
    void aMonthHasItsFirstFridayWhereverOneLooksFrom() {
        var firstFridays = new Recurrence("FREQ=MONTHLY;BYDAY=1FR", START);

        assertThat(firstFridays.between(on(FRIDAY), START, LocalDate.parse("2026-06-30")))
                .containsExactly(
                        LocalDate.parse("2026-04-03"), LocalDate.parse("2026-05-01"), LocalDate.parse("2026-06-05"));
        assertThat(firstFridays.between(on(FRIDAY), LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-01")))
                .containsExactly(LocalDate.parse("2026-05-01"));
        assertThat(firstFridays.between(on(FRIDAY), LocalDate.parse("2026-05-02"), LocalDate.parse("2026-06-04")))
                .isEmpty();
    }

    /** What is asked piece by piece, as weeks are planned, is what is asked at once. */
    @Test
    void noDayIsLostOrTwiceBetweenTwoLooks() {
        var last = new Recurrence("FREQ=MONTHLY;BYDAY=-1MO,2WE", START);
        var through = START.plusYears(2);

        var pieces = Stream.iterate(START, day -> !day.isAfter(through), day -> day.plusDays(21))
                .flatMap(day -> last.between(on(MONDAY, WEDNESDAY), day, day.plusDays(20)).stream())
                .filter(day -> !day.isAfter(through))
                .toList();

        assertThat(pieces)
                .hasSizeGreaterThan(40)
                .containsExactlyElementsOf(last.between(on(MONDAY, WEDNESDAY), START, through));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every other week",
                "FREQ=DAILY",
                "FREQ=YEARLY;BYDAY=1FR",
                "FREQ=WEEKLY;COUNT=4",
                "FREQ=WEEKLY;UNTIL=20270101",
                "FREQ=WEEKLY;BYHOUR=9",
                "FREQ=MONTHLY;BYDAY=1MO",
                "FREQ=MONTHLY;BYMONTHDAY=13",
                "FREQ=MONTHLY",
                "FREQ=MONTHLY;BYDAY=6FR",
                "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=6",
                "FREQ=WEEKLY;INTERVAL=0"
            })
    void whatIsNoRuleOfDaysOrFallsOnNoneOfThemIsRefused(String rule) {
        assertThatThrownBy(() -> new Recurrence(rule, START).require(on(FRIDAY)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.rule()).isEqualTo(CalendarRule.REPEATS_BY_A_RULE);
                    assertThat(refusal.errors()).extracting("pointer").containsExactly("/repeats");
                });
    }

    private static List<Slot> on(DayOfWeek... days) {
        return Stream.of(days)
                .map(day -> new Slot(day, LocalTime.of(18, 0), LocalTime.of(20, 0)))
                .toList();
    }
}
