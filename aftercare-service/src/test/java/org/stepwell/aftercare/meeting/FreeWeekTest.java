package org.stepwell.aftercare.meeting;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.id.MeetingId;
import org.stepwell.contracts.scheduling.SchedulingState.AvailabilityChanged.Busy;
import org.stepwell.platform.database.Uuid7;

class FreeWeekTest {

    private static final String NEW_YORK = "America/New_York";
    private static final LocalDate A_MONDAY = LocalDate.of(2026, 6, 1);

    @Test
    void theDayIsFreeFromMorningToNightButForWhatKeepsSomebody() {
        var week = from(
                A_MONDAY,
                busy(MONDAY, "13:00", "17:00"),
                busy(MONDAY, "09:00", "14:00"),
                busy(TUESDAY, "05:00", "23:30"));

        assertThat(week.windows(A_MONDAY))
                .containsExactly(
                        new FreeWeek.Window(A_MONDAY, LocalTime.of(6, 0), LocalTime.of(9, 0)),
                        new FreeWeek.Window(A_MONDAY, LocalTime.of(17, 0), LocalTime.of(23, 0)));
        assertThat(week.windows(A_MONDAY.plusDays(1))).isEmpty();
        assertThat(week.windows(A_MONDAY.plusDays(2)))
                .containsExactly(new FreeWeek.Window(A_MONDAY.plusDays(2), LocalTime.of(6, 0), LocalTime.of(23, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "17:00,18:00,true",
        "16:59,17:59,false",
        "08:00,09:00,true",
        "08:30,09:30,false",
        "22:30,23:30,false",
        "05:30,06:30,false",
        "22:00,23:00,true",
        "23:30,00:30,false"
    })
    void aMeetingFitsWhereSomebodyIsFreeFromItsBeginningToItsEnd(String from, String to, boolean fits) {
        var week = from(A_MONDAY, busy(WEDNESDAY, "09:00", "17:00"));

        assertThat(week.of(meeting(NEW_YORK, from, to, WEDNESDAY))).hasSize(fits ? 1 : 0);
    }

    @Test
    void whatKeepsSomebodyBeginsAndEndsOnADay() {
        var court = new Busy(
                WEDNESDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), A_MONDAY.plusDays(9), A_MONDAY.plusDays(9));
        var work = new Busy(TUESDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), A_MONDAY.minusYears(1), A_MONDAY);

        assertThat(from(A_MONDAY, court, work).of(meeting(NEW_YORK, "12:00", "13:00", TUESDAY, WEDNESDAY)))
                .hasSize(2);
        assertThat(from(A_MONDAY.plusDays(7), court).of(meeting(NEW_YORK, "12:00", "13:00", WEDNESDAY)))
                .isEmpty();
    }

    /** Nine in the evening in Los Angeles is midnight in New York; six in the evening there is nine here. */
    @Test
    void aMeetingElsewhereIsHeldByItsOwnClock() {
        var week = from(A_MONDAY, busy(TUESDAY, "20:00", "22:00"));

        assertThat(week.of(meeting("America/Los_Angeles", "21:00", "22:00", MONDAY)))
                .isEmpty();
        assertThat(week.of(meeting("America/Los_Angeles", "18:00", "19:00", TUESDAY)))
                .isEmpty();
        assertThat(week.of(meeting("America/Los_Angeles", "18:00", "19:00", WEDNESDAY)))
                .singleElement()
                .satisfies(held -> assertThat(held.startsAt().toLocalTime()).isEqualTo(LocalTime.of(21, 0)));
        assertThat(week.of(meeting("Asia/Tokyo", "08:00", "09:00", TUESDAY)))
                .singleElement()
                .satisfies(held -> assertThat(held.startsAt().getDayOfWeek()).isEqualTo(MONDAY));
    }

    @Test
    void whatHasBegunIsNotForThisWeekAndTheSameHourInAWeekIsTheNextOne() {
        var noon = new FreeWeek(
                A_MONDAY.atTime(12, 0).atZone(ZoneId.of(NEW_YORK)).toInstant(), ZoneId.of(NEW_YORK), List.of());

        assertThat(noon.of(meeting(NEW_YORK, "11:30", "12:30", MONDAY)))
                .singleElement()
                .satisfies(held -> assertThat(held.startsAt().toLocalDate()).isEqualTo(A_MONDAY.plusDays(7)));
        assertThat(noon.of(meeting(NEW_YORK, "12:30", "13:30", MONDAY)))
                .singleElement()
                .satisfies(held -> assertThat(held.startsAt().toLocalDate()).isEqualTo(A_MONDAY));
    }

    /** In the night to March 8 New York goes from -5 to -4, Phoenix does not; in the night to November 1 New York goes back. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-06,SATURDAY,14:00",
        "2026-03-06,SUNDAY,15:00",
        "2026-10-30,SATURDAY,15:00",
        "2026-10-30,SUNDAY,14:00"
    })
    void theHourMovesWhereOneOfTheClocksDoes(LocalDate friday, DayOfWeek day, LocalTime here) {
        assertThat(from(friday).of(meeting("America/Phoenix", "12:00", "13:00", day)))
                .singleElement()
                .satisfies(held -> assertThat(held.startsAt().toLocalTime()).isEqualTo(here));
    }

    /** Half past two does not happen in that night, and happens twice in the other: there is one meeting, by night. */
    @Test
    void inTheNightInWhichTheClockMovesNobodyMeetsTwice() {
        for (var friday : List.of(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 10, 30))) {
            assertThat(from(friday).of(meeting(NEW_YORK, "02:30", "03:30", SUNDAY)))
                    .isEmpty();
            assertThat(from(friday).of(meeting(NEW_YORK, "10:00", "11:00", SATURDAY, SUNDAY)))
                    .extracting(held -> held.startsAt().toLocalTime())
                    .containsExactly(LocalTime.of(10, 0), LocalTime.of(10, 0));
        }
    }

    @Test
    void byAppointmentThereIsNoTimeThatFits() {
        assertThat(from(A_MONDAY).of(meeting(NEW_YORK, null, null))).isEmpty();
    }

    private static FreeWeek from(LocalDate day, Busy... busy) {
        Instant midnight = day.atStartOfDay(ZoneId.of(NEW_YORK)).toInstant();
        return new FreeWeek(midnight, ZoneId.of(NEW_YORK), List.of(busy));
    }

    private static Busy busy(DayOfWeek day, String from, String to) {
        return new Busy(day, LocalTime.parse(from), LocalTime.parse(to), LocalDate.of(2020, 1, 1), null);
    }

    private static Meeting meeting(String zone, @Nullable String from, @Nullable String to, DayOfWeek... days) {
        return new Meeting(
                new MeetingId(Uuid7.next()),
                "test",
                true,
                "A meeting",
                Set.of(days),
                from == null ? null : LocalTime.parse(from),
                to == null ? null : LocalTime.parse(to),
                zone,
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
