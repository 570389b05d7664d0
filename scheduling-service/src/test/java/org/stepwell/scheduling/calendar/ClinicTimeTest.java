package org.stepwell.scheduling.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-07, 18:00, 2026-03-07T23:00:00Z
            2026-03-08, 18:00, 2026-03-08T22:00:00Z
            2026-03-08, 02:30, 2026-03-08T07:30:00Z
            2026-10-31, 18:00, 2026-10-31T22:00:00Z
            2026-11-01, 18:00, 2026-11-01T23:00:00Z
            2026-11-01, 01:30, 2026-11-01T05:30:00Z
            """)
    void sixInTheEveningStaysSixInTheEveningOnBothNights(LocalDate day, LocalTime hour, Instant moment) {
        assertThat(ClinicTime.join(day, hour, NEW_YORK)).isEqualTo(moment);
    }

    @Test
    void aWeekStartsOnTheClinicsDay() {
        assertThat(ClinicTime.weekStart(LocalDate.of(2026, 3, 4), DayOfWeek.MONDAY))
                .isEqualTo("2026-03-02");
        assertThat(ClinicTime.weekStart(LocalDate.of(2026, 3, 4), DayOfWeek.SUNDAY))
                .isEqualTo("2026-03-01");
        assertThat(ClinicTime.weekStart(LocalDate.of(2026, 3, 2), DayOfWeek.MONDAY))
                .isEqualTo("2026-03-02");
    }
}
