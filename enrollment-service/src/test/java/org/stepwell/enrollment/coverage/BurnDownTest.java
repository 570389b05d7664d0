package org.stepwell.enrollment.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;

class BurnDownTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int THREE_HOURS = 180;

    @ParameterizedTest(name = "{1} minutes in units of {0}, {2} make a day: {3}")
    @CsvSource(textBlock = """
            DAY,          180, 180, 1
            DAY,          240, 180, 1
            DAY,          179, 180, 0
            DAY,          165, 180, 0
            DAY,           60,   1, 1
            DAY,            0,   1, 0
            HOUR,         180, 180, 3
            HOUR,         239, 180, 3
            HOUR,         170, 180, 0
            QUARTER_HOUR, 180, 180, 12
            QUARTER_HOUR, 194,   1, 12
            QUARTER_HOUR,  14,   1, 0
            """)
    void aUnitCountsWhenAllOfItWasGiven(BillingUnit unit, int minutes, int dayMinutesMin, int units) {
        assertThat(unit.unitsOf(minutes, dayMinutesMin)).isEqualTo(units);
    }

    @Test
    void eachProgramDayBurnsOneAndAShortDayNone() {
        var approved = days(30, MONDAY, MONDAY.plusDays(89));
        var burning = Burning.of(
                List.of(approved),
                List.of(attended(MONDAY, 180), attended(MONDAY.plusDays(2), 180), attended(MONDAY.plusDays(4), 165)),
                List.of(),
                LocalDate.MAX,
                _ -> THREE_HOURS);

        var burnDown = BurnDown.of(approved, burning.burnedOf(approved.id()), MONDAY.plusDays(4));

        assertThat(burnDown.used()).isEqualTo(2);
        assertThat(burnDown.left()).isEqualTo(28);
        assertThat(burnDown.daysLeft()).isEqualTo(85);
    }

    @Test
    void threeDaysAWeekUseNineUnitsUpAfterThreeWeeks() {
        var approved = days(9, MONDAY, MONDAY.plusDays(89));
        var twoWeeks = mondaysWednesdaysFridays(MONDAY, MONDAY.plusDays(13));
        var burning = Burning.of(List.of(approved), twoWeeks, List.of(), LocalDate.MAX, _ -> THREE_HOURS);
        var sunday = MONDAY.plusDays(13);

        assertThat(BurnDown.of(approved, burning.burnedOf(approved.id()), sunday)
                        .usedUpOn())
                .isEqualTo(sunday.plusDays(7));
    }

    @Test
    void nobodyForesaysAnEndWhereItEndsBeforeOrNobodyCame() {
        var brief = days(30, MONDAY, MONDAY.plusDays(20));
        var burning = Burning.of(
                List.of(brief),
                mondaysWednesdaysFridays(MONDAY, MONDAY.plusDays(13)),
                List.of(),
                LocalDate.MAX,
                _ -> THREE_HOURS);

        assertThat(BurnDown.of(brief, burning.burnedOf(brief.id()), MONDAY.plusDays(13))
                        .usedUpOn())
                .isNull();
        assertThat(BurnDown.of(
                                brief,
                                Burning.of(List.of(brief), List.of(), List.of(), LocalDate.MAX, _ -> THREE_HOURS)
                                        .burnedOf(brief.id()),
                                MONDAY)
                        .usedUpOn())
                .isNull();
    }

    @Test
    void whoStoppedComingTwoWeeksAgoHasNoPace() {
        var approved = days(30, MONDAY, MONDAY.plusDays(89));
        var burning = Burning.of(
                List.of(approved), List.of(attended(MONDAY, 180)), List.of(), LocalDate.MAX, _ -> THREE_HOURS);

        assertThat(BurnDown.of(approved, burning.burnedOf(approved.id()), MONDAY.plusDays(14))
                        .usedUpOn())
                .isNull();
    }

    @Test
    void daysAwaySayNothingAboutThePace() {
        var approved = days(12, MONDAY, MONDAY.plusDays(199));
        var back = MONDAY.plusDays(24);
        Predicate<LocalDate> away = day -> !day.isBefore(MONDAY.plusDays(14)) && day.isBefore(back);
        var burning = Burning.of(
                List.of(approved),
                mondaysWednesdaysFridays(MONDAY, MONDAY.plusDays(13)),
                List.of(),
                LocalDate.MAX,
                _ -> THREE_HOURS);
        var burned = burning.burnedOf(approved.id());

        assertThat(BurnDown.of(approved, burned, away, back.minusDays(1)).usedUpOn())
                .as("six in two weeks, and six are left")
                .isEqualTo(back.minusDays(1).plusDays(14));
        assertThat(BurnDown.of(approved, burned, back.minusDays(1)).usedUpOn())
                .as("as if they had come less often")
                .isAfter(back.minusDays(1).plusDays(14));
    }

    @Test
    void ofTwoThatHoldTheOneThatEndsFirstBurnsFirst() {
        var first = days(1, MONDAY, MONDAY.plusDays(6));
        var second = days(10, MONDAY, MONDAY.plusDays(60));

        var burning = Burning.of(
                List.of(second, first),
                List.of(attended(MONDAY.plusDays(2), 180), attended(MONDAY, 180)),
                List.of(),
                LocalDate.MAX,
                _ -> THREE_HOURS);

        assertThat(burning.burnedBy(MONDAY)).contains(first.id());
        assertThat(burning.burnedBy(MONDAY.plusDays(2))).contains(second.id());
    }

    @Test
    void aDayIsNeverSplitAndNothingIsBurnedOutsideItsDays() {
        var hours = new Approved(anAuthorization(), BillingUnit.HOUR, 5, MONDAY, MONDAY.plusDays(6));

        var burning = Burning.of(
                List.of(hours),
                List.of(attended(MONDAY, 180), attended(MONDAY.plusDays(2), 180), attended(MONDAY.plusDays(7), 180)),
                List.of(),
                LocalDate.MAX,
                _ -> THREE_HOURS);

        assertThat(burning.burnedBy(MONDAY)).contains(hours.id());
        assertThat(burning.burnedBy(MONDAY.plusDays(2))).isEmpty();
        assertThat(burning.burnedBy(MONDAY.plusDays(7))).isEmpty();
        assertThat(BurnDown.of(hours, burning.burnedOf(hours.id()), MONDAY.plusDays(2))
                        .left())
                .isEqualTo(2);
    }

    @Test
    void whatThePayerWasBilledForBurnsBeforeADayThatIsCorrectedAfterwards() {
        var twelve = days(12, MONDAY, MONDAY.plusDays(89));
        var billed = mondaysWednesdaysFridays(MONDAY.plusDays(2), MONDAY.plusDays(27));
        assertThat(billed).hasSize(11);
        var last = attended(MONDAY.plusDays(28), 180);
        var days = new ArrayList<>(billed);
        days.addAll(List.of(last, attended(MONDAY, 180)));
        var sent = Stream.concat(billed.stream(), Stream.of(last))
                .map(day -> sent(day, twelve))
                .toList();

        var burning = Burning.of(List.of(twelve), days, sent, LocalDate.MAX, _ -> THREE_HOURS);

        assertThat(burning.burnedBy(MONDAY)).as("the thirteenth").isEmpty();
        assertThat(burning.approvedOn(MONDAY)).isTrue();
        assertThat(burning.burnedBy(last.day())).contains(twelve.id());
        assertThat(BurnDown.of(twelve, burning.burnedOf(twelve.id()), last.day())
                        .left())
                .isZero();
    }

    @Test
    void whatThePayerHasBurnsAsThePayerHasItUntilItIsVoidedThere() {
        var first = days(2, MONDAY, MONDAY.plusDays(6));
        var second = days(10, MONDAY, MONDAY.plusDays(60));
        var nobodyCame = new SentDay(MONDAY, BillingUnit.DAY, 1, second.id());
        var withoutOne = new SentDay(MONDAY.plusDays(1), BillingUnit.DAY, 1, null);

        var burning = Burning.of(
                List.of(first, second),
                List.of(attended(MONDAY.plusDays(1), 180), attended(MONDAY.plusDays(2), 180)),
                List.of(nobodyCame, withoutOne),
                LocalDate.MAX,
                _ -> THREE_HOURS);

        assertThat(burning.burnedBy(MONDAY)).contains(second.id());
        assertThat(burning.burnedBy(MONDAY.plusDays(1))).isEmpty();
        assertThat(burning.burnedBy(MONDAY.plusDays(2))).contains(first.id());
    }

    /** The payer has it, whatever is asked for, whoever came, and in whichever unit it was approved. */
    @Test
    void aDayThatWasSentBurnsTheHoursItStandsFor() {
        var hours = new Approved(anAuthorization(), BillingUnit.HOUR, 5, MONDAY, MONDAY.plusDays(60));
        var later = new SentDay(MONDAY.plusDays(9), BillingUnit.DAY, 1, hours.id());

        var burning = Burning.of(
                List.of(hours),
                List.of(attended(MONDAY, 180), attended(MONDAY.plusDays(2), 180)),
                List.of(later),
                MONDAY,
                _ -> THREE_HOURS);

        assertThat(burning.burnedOf(hours.id())).containsOnly(Map.entry(MONDAY.plusDays(9), 3));
        assertThat(burning.burnedBy(MONDAY)).as("two hours are left").isEmpty();
    }

    private static SentDay sent(AttendedDay day, Approved with) {
        return new SentDay(day.day(), BillingUnit.DAY, 1, with.id());
    }

    private static List<AttendedDay> mondaysWednesdaysFridays(LocalDate from, LocalDate to) {
        return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1))
                .filter(day -> List.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)
                        .contains(day.getDayOfWeek()))
                .map(day -> attended(day, 180))
                .toList();
    }

    private static Approved days(int units, LocalDate from, LocalDate to) {
        return new Approved(anAuthorization(), BillingUnit.DAY, units, from, to);
    }

    private static AuthorizationId anAuthorization() {
        return new AuthorizationId(UUID.randomUUID());
    }

    private static AttendedDay attended(LocalDate day, int minutes) {
        var group = new AttendedDay.Attendance(new SessionId(UUID.randomUUID()), Modality.GROUP_THERAPY, true, minutes);
        return new AttendedDay(day, new EpisodeId(new UUID(0, 1)), List.of(group));
    }
}
