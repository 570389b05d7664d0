package org.stepwell.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.Saying;
import org.stepwell.platform.message.PatientContact.Hours;

class SafeHoursTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** On Sundays it is closed. */
    private static Optional<Hours> open(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? Optional.empty()
                : Optional.of(new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0)));
    }

    private static PatientContact safe(@Nullable String from, @Nullable String until, @Nullable String zone) {
        return new PatientContact(
                "en",
                zone == null ? null : ZoneId.of(zone),
                null,
                "maya@example.org",
                from == null || until == null ? null : new Hours(LocalTime.parse(from), LocalTime.parse(until)),
                Saying.ASK_FOR_A_CALL_BACK);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(textBlock = """
            2026-06-01T22:00:00Z, 2026-06-01T22:00:00Z, within their hours it goes at once
            2026-06-01T21:00:00Z, 2026-06-01T21:00:00Z, the first minute is safe
            2026-06-01T20:59:00Z, 2026-06-01T21:00:00Z, a minute too early waits a minute
            2026-06-02T00:30:00Z, 2026-06-02T21:00:00Z, the last minute is not: it waits for the next day
            """)
    void aPatientsOwnHoursDecide(Instant moment, Instant allowed, String why) {
        assertThat(SafeHours.from(moment, safe("17:00", "20:30", null), NEW_YORK, SafeHoursTest::open))
                .as(why)
                .contains(allowed);
    }

    @Test
    void theyAreHoursOfWhereThePatientLives() {
        assertThat(SafeHours.from(
                        Instant.parse("2026-06-01T22:00:00Z"),
                        safe("17:00", "20:30", "America/Los_Angeles"),
                        NEW_YORK,
                        SafeHoursTest::open))
                .contains(Instant.parse("2026-06-02T00:00:00Z"));
    }

    @Test
    void withoutThemTheClinicIsOpen() {
        // 2026-06-06 is a Saturday: at seven in the evening the clinic is closed, and until Monday.
        assertThat(SafeHours.from(
                        Instant.parse("2026-06-06T23:00:00Z"), safe(null, null, null), NEW_YORK, SafeHoursTest::open))
                .contains(Instant.parse("2026-06-08T12:00:00Z"));
    }

    @Test
    void aClinicThatNeverOpensWritesToNobody() {
        assertThat(SafeHours.from(
                        Instant.parse("2026-06-06T23:00:00Z"), safe(null, null, null), NEW_YORK, _ -> Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            2026-03-08T05:00:00Z, 2026-03-08T07:30:00Z, in spring half past two is skipped: half past three is meant
            2026-11-01T04:00:00Z, 2026-11-01T07:30:00Z, in autumn half past two comes after the hour that comes twice
            """)
    void bothNightsInWhichTheClockIsChanged(Instant midnight, Instant allowed, String why) {
        assertThat(SafeHours.from(midnight, safe("02:30", "04:00", null), NEW_YORK, SafeHoursTest::open))
                .as(why)
                .contains(allowed);
    }
}
