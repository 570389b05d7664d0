package org.stepwell.therapy.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.therapy.outreach.OutreachFixtures.HOUSE;
import static org.stepwell.therapy.outreach.OutreachFixtures.MONDAY;
import static org.stepwell.therapy.outreach.OutreachFixtures.absence;
import static org.stepwell.therapy.outreach.OutreachFixtures.at;
import static org.stepwell.therapy.outreach.OutreachFixtures.evenings;
import static org.stepwell.therapy.outreach.OutreachFixtures.seat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwell.contracts.code.AttendanceStatus;

/** One letter is the evening of a day: Present, No show, Unexcused, Excused, Cancelled; a dot is none. */
class AbsenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PE", "E.C", "NP", "N.N.P", "CCC", "EEEE"})
    void whoCameLastOrWasExcusedDoesNotStayAway(String days) {
        assertThat(absence(days).isOver()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // days, second in a week, team review
        "PPPPN,        false,",
        "PPPPPPN,      false,",
        "PPPU,         false,",
        "PPPPPPNN,     true,",
        "PPPPPPNPPPN,  true,", // attended in between: two of seven days all the same
        "PPPPPNPPPPPPN, false,", // just eight days apart
        "PPPPPPPPPPNEN,  true,", // excused in between does not count
        "PPPPPPNNN,    true,  THREE_IN_A_ROW",
        "PPPPPPNENCN,  true,  THREE_IN_A_ROW",
        "PPPN,         false,",
        "PPN,          false,", // two of three: of so few no share is made
        "PPNN,         true,  ATTENDED_TOO_LITTLE", // half of four
        "PPPPPPPNPN,   true,", // eight of ten
        "PPPNPPNPPN,   true,", // seven of ten: not less than 70 %
        "PPPNPPNPN,    true,  ATTENDED_TOO_LITTLE" // six of nine
    })
    void whatIsAskedForFollowsFromTheDays(String days, boolean call, @Nullable Because review) {
        var steps = absence(days).asksFor(MONDAY.plusDays(days.length() - 1));

        assertThat(steps).containsEntry(Rung.SAME_DAY_CONTACT, Because.MISSED);
        assertThat(steps.containsKey(Rung.THERAPIST_CALL)).isEqualTo(call);
        assertThat(steps.get(Rung.TEAM_REVIEW)).isEqualTo(review);
        assertThat(steps).doesNotContainKeys(Rung.CERTIFIED_LETTER, Rung.DISCHARGE_PROPOSAL);
    }

    @Test
    void theShareIsOfTheLastFourteenDays() {
        assertThat(absence("NNNN.......PPPN").asksFor(MONDAY)).doesNotContainKey(Rung.THERAPIST_CALL);
        assertThat(absence("NNNN.........PPPPPPPN").asksFor(MONDAY)).doesNotContainKey(Rung.TEAM_REVIEW);
    }

    @ParameterizedTest
    @CsvSource({"13, false, false", "14, true, false", "29, true, false", "30, true, true"})
    void theSilenceCountsFromTheFirstDayMissed(int day, boolean letter, boolean proposal) {
        var silent = absence("PPNN");

        var steps = silent.asksFor(MONDAY.plusDays(2 + day));

        assertThat(silent.beganOn()).isEqualTo(MONDAY.plusDays(2));
        assertThat(steps.containsKey(Rung.CERTIFIED_LETTER)).isEqualTo(letter);
        assertThat(steps.containsKey(Rung.DISCHARGE_PROPOSAL)).isEqualTo(proposal);
    }

    @Test
    void whoWasReachedAfterTheLastSessionDoesNotStayAway() {
        var seats = evenings("PNN");

        assertThat(absence(seats, at(MONDAY.plusDays(2), LocalTime.of(18, 20))).isOver())
                .isTrue();
        assertThat(absence(seats, at(MONDAY.plusDays(2), LocalTime.of(17, 0))).isOver())
                .isFalse();
    }

    @Test
    void whoWasReachedAndStaysAwayAgainBeginsAnewButTheDaysCount() {
        var again = absence(evenings("PPPPPN.N"), at(MONDAY.plusDays(6), LocalTime.of(12, 0)));

        assertThat(again.beganOn()).isEqualTo(MONDAY.plusDays(7));
        assertThat(again.asksFor(MONDAY.plusDays(7))).containsKey(Rung.THERAPIST_CALL);
    }

    @Test
    void severalSessionsOfADayAreOneDay() {
        var evening = List.of(
                seat(MONDAY, LocalTime.of(18, 0), AttendanceStatus.NO_SHOW),
                seat(MONDAY, LocalTime.of(19, 0), AttendanceStatus.NO_SHOW),
                seat(MONDAY, LocalTime.of(20, 0), AttendanceStatus.NO_SHOW));

        assertThat(absence(evening, null).asksFor(MONDAY)).isEqualTo(Map.of(Rung.SAME_DAY_CONTACT, Because.MISSED));
    }

    @Test
    void whoCameAnHourLaterDoesNotStayAwayAndWhoLeftAfterAnHourDoes() {
        var first = seat(MONDAY, LocalTime.of(18, 0), AttendanceStatus.NO_SHOW);
        var then = seat(MONDAY, LocalTime.of(19, 0), AttendanceStatus.LATE);
        assertThat(absence(List.of(first, then), null).isOver()).isTrue();

        var came = seat(MONDAY, LocalTime.of(17, 0), AttendanceStatus.LEFT_EARLY);
        assertThat(absence(List.of(came, first), null).asksFor(MONDAY)).containsOnlyKeys(Rung.SAME_DAY_CONTACT);
    }

    @Test
    void aDayOnWhichTheyWereAwayDoesNotCount() {
        var back = Absence.of(evenings("NNNP"), null, day -> day.isAfter(MONDAY.plusDays(2)), HOUSE);
        assertThat(back.isOver()).isTrue();
        assertThat(Absence.of(evenings("NNN"), null, _ -> false, HOUSE).isOver())
                .isTrue();
    }

    @Test
    void theNightsOnWhichTheClocksChangeMakeNoDayMoreOrLess() {
        // 2026-03-08 has 23 hours in New York; the second of March and the eighth are seven days.
        var week = List.of(
                seat(MONDAY, LocalTime.of(20, 0), AttendanceStatus.NO_SHOW),
                seat(MONDAY.plusDays(2), LocalTime.of(20, 0), AttendanceStatus.PRESENT),
                seat(MONDAY.plusDays(6), LocalTime.of(20, 0), AttendanceStatus.NO_SHOW));

        assertThat(absence(week, null).asksFor(MONDAY.plusDays(6))).containsKey(Rung.THERAPIST_CALL);
    }
}
