package org.stepwell.therapy.job;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.platform.testing.Refusals.assertRefused;
import static org.stepwell.therapy.job.JobRule.SHIFTS_CAN_BE;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private static final LocalDate SUNDAY_FIRST = LocalDate.of(2026, 3, 8);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 28);

    @Test
    void hoursOfOneDayAreOneLine() {
        assertThat(shift("09:00", "17:30").hours())
                .containsExactly(
                        new WorkHours("WORK", SUNDAY, LocalTime.of(9, 0), LocalTime.of(17, 30), SUNDAY_FIRST, LAST));
    }

    @Test
    void aNightIsTwoLinesOfTwoDays() {
        assertThat(shift("22:00", "06:00").hours())
                .containsExactly(
                        new WorkHours("WORK", SUNDAY, LocalTime.of(22, 0), LocalTime.of(23, 59), SUNDAY_FIRST, LAST),
                        new WorkHours(
                                "WORK",
                                MONDAY,
                                LocalTime.MIDNIGHT,
                                LocalTime.of(6, 0),
                                SUNDAY_FIRST.plusDays(1),
                                LAST.plusDays(1)));
    }

    @Test
    void anEveningUntilMidnightIsOneLine() {
        assertThat(shift("16:00", "00:00").hours())
                .containsExactly(
                        new WorkHours("WORK", SUNDAY, LocalTime.of(16, 0), LocalTime.of(23, 59), SUNDAY_FIRST, LAST));
    }

    @Test
    void whatBeginsInTheLastMinuteIsOfTheNextDay() {
        assertThat(shift("23:59", "06:00").hours()).extracting(WorkHours::day).containsExactly(MONDAY);
    }

    @Test
    void hoursThatGoOnHaveNoLastDay() {
        var night = new Shift(SUNDAY, LocalTime.of(22, 0), LocalTime.of(6, 0), SUNDAY_FIRST, null);

        assertThat(night.hours()).extracting(WorkHours::lastDay).containsOnlyNulls();
    }

    @Test
    void hoursHaveALengthAndEndNoSoonerThanTheyBegin() {
        assertRefused(SHIFTS_CAN_BE, () -> shift("09:00", "09:00").mustBePossible("/shifts/0"));
        var over = new Shift(SUNDAY, LocalTime.NOON, LocalTime.of(13, 0), SUNDAY_FIRST, SUNDAY_FIRST.minusDays(1));
        assertRefused(SHIFTS_CAN_BE, () -> over.mustBePossible("/shifts/0"));

        new Shift(SUNDAY, LocalTime.NOON, LocalTime.of(13, 0), SUNDAY_FIRST, SUNDAY_FIRST).mustBePossible("/shifts/0");
    }

    private static Shift shift(String from, String to) {
        return new Shift(SUNDAY, LocalTime.parse(from), LocalTime.parse(to), SUNDAY_FIRST, LAST);
    }
}
