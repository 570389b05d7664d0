package org.stepwell.aftercare.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInWeekTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-05, 2026-03-07T05:00:00Z
            2026-03-06, 2026-03-08T05:00:00Z
            2026-03-07, 2026-03-09T04:00:00Z
            2026-10-30, 2026-11-01T04:00:00Z
            2026-10-31, 2026-11-02T05:00:00Z
            """)
    void theWindowEndsAtMidnightOfTheClinicOnBothDaylightSavingNights(LocalDate dueOn, Instant closes) {
        assertThat(new CheckInWeek(dueOn).closesAt(NEW_YORK)).isEqualTo(closes);
    }

    @Test
    void theDayOfGraceHasTwentyThreeOrTwentyFiveHoursThen() {
        assertThat(graceAfter("2026-03-07")).isEqualTo(Duration.ofHours(23));
        assertThat(graceAfter("2026-10-31")).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void midnightMayBeSkippedByTheClock() {
        var closes = new CheckInWeek(LocalDate.parse("2026-03-06")).closesAt(ZoneId.of("America/Havana"));

        assertThat(closes).isEqualTo(Instant.parse("2026-03-08T05:00:00Z"));
    }

    @Test
    void aWeekHasSevenDaysAndTheyDoNotOverlap() {
        var week = CheckInWeek.firstAfter(LocalDate.parse("2026-02-23"));

        assertThat(week.dueOn()).isEqualTo("2026-03-02");
        assertThat(week.opensOn()).isEqualTo("2026-02-24");
        assertThat(week.next().opensOn()).isEqualTo("2026-03-03");
    }

    private static Duration graceAfter(String dueOn) {
        var week = new CheckInWeek(LocalDate.parse(dueOn));
        return Duration.between(week.lastDay().atStartOfDay(NEW_YORK).toInstant(), week.closesAt(NEW_YORK));
    }
}
