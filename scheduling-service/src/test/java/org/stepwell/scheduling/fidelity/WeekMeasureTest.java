package org.stepwell.scheduling.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict.MET;
import static org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict.NOT_APPLICABLE;
import static org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict.NOT_MET;
import static org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict.ON_TRACK;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;

/** The vectors of the domain: the same week passes one rule set and fails another. */
class WeekMeasureTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate LONG_AGO = MONDAY.minusDays(40);

    private static final RuleSet NINE_HOURS = Presets.of("medicare-iop");
    private static final RuleSet THREE_HOURS_THREE_DAYS = Presets.of("hcpcs-h0015");
    private static final RuleSet NORTH_CAROLINA = Presets.of("nc-saiop");
    private static final RuleSet IOP_STANDARD = Presets.of("iop-standard");

    @Test
    void threeEveningsOfThreeHoursPassBoth() {
        var week = week(180, 0, 180, 0, 180);

        assertThat(over(NINE_HOURS, week).verdict()).isEqualTo(MET);
        assertThat(over(THREE_HOURS_THREE_DAYS, week).verdict()).isEqualTo(MET);
    }

    @Test
    void fiveShortDaysMakeNineHoursButNoDayOfThree() {
        var week = week(108, 108, 108, 108, 108);

        assertThat(over(NINE_HOURS, week).verdict()).isEqualTo(MET);
        assertThat(over(THREE_HOURS_THREE_DAYS, week).verdict()).isEqualTo(NOT_MET);
        assertThat(over(THREE_HOURS_THREE_DAYS, week).unmet()).containsExactly(Need.DAYS);
        assertThat(over(THREE_HOURS_THREE_DAYS, week).days()).isZero();
    }

    @Test
    void fifteenMinutesMissedFailBothAndLeaveTwoDaysThatCount() {
        var week = week(180, 0, 180, 0, 165);

        assertThat(over(NINE_HOURS, week).verdict()).isEqualTo(NOT_MET);
        assertThat(over(NINE_HOURS, week).minutes()).isEqualTo(525);
        assertThat(over(THREE_HOURS_THREE_DAYS, week).unmet()).containsExactly(Need.WEEK_MINUTES, Need.DAYS);
        assertThat(over(THREE_HOURS_THREE_DAYS, week).days()).isEqualTo(2);
    }

    @Test
    void twoLongDaysMakeNineHoursButNotThreeDays() {
        var week = week(0, 270, 0, 270, 0);

        assertThat(over(NINE_HOURS, week).verdict()).isEqualTo(MET);
        assertThat(over(THREE_HOURS_THREE_DAYS, week).unmet()).containsExactly(Need.DAYS);
        assertThat(over(IOP_STANDARD, week).unmet()).containsExactly(Need.DAYS);
    }

    @Test
    void sixHoursAreEnoughForTheYoung() {
        var week = week(120, 0, 120, 0, 120);

        assertThat(over(Presets.of("adolescent"), week).verdict()).isEqualTo(MET);
        assertThat(over(NINE_HOURS, week).unmet()).containsExactly(Need.WEEK_MINUTES);
    }

    @Test
    void nineHoursInDaysOfThreeAreAskedForInVirginiaHoweverMany() {
        var virginia = Presets.of("va-dmas");

        assertThat(over(virginia, week(180, 0, 180, 0, 180)).verdict()).isEqualTo(MET);
        assertThat(over(virginia, week(300, 0, 0, 240, 0)).verdict()).isEqualTo(MET);
        assertThat(over(virginia, week(108, 108, 108, 108, 108)).unmet())
                .containsExactly(Need.DAYS, Need.EVERY_DAY_IN_FULL);
        assertThat(over(virginia, week(240, 240, 240, 240, 200)).unmet()).containsExactly(Need.WEEK_MINUTES_AT_MOST);
    }

    @Test
    void everyDayOfTreatmentHasThreeHoursInVirginia() {
        var virginia = Presets.of("va-dmas");

        assertThat(over(virginia, week(180, 180, 0, 180, 60)).unmet()).containsExactly(Need.EVERY_DAY_IN_FULL);
        assertThat(over(virginia, week(180, 180, 0, 180, 0)).verdict()).isEqualTo(MET);
        assertThat(over(THREE_HOURS_THREE_DAYS, week(180, 180, 0, 180, 60)).verdict())
                .isEqualTo(MET);
    }

    @Test
    void aDayThatIsShortSoFarIsOnTrackWhileTheSeatsOfThatDayMakeItFull() {
        var counted = week(180, 180, 0, 180, 60);
        var rest = List.of(new Treatment(MONDAY.plusDays(4), 120, true));

        var facts = new WeekMeasure.Facts(MONDAY, counted, rest, LONG_AGO, true, false, false);
        var measure = WeekMeasure.of(Presets.of("va-dmas"), facts);

        assertThat(measure.verdict()).isEqualTo(ON_TRACK);
        assertThat(measure.unmet()).containsExactly(Need.EVERY_DAY_IN_FULL);
        assertThat(measure.missing()).isEmpty();
    }

    @Test
    void eachDayOfTreatmentHasAGroupInNorthCarolina() {
        var alone = new ArrayList<>(week(180, 0, 180, 0, 0));
        alone.add(new Treatment(MONDAY.plusDays(4), 180, false));
        var withAGroup = new ArrayList<>(alone);
        withAGroup.add(new Treatment(MONDAY.plusDays(4), 60, true));

        assertThat(over(NORTH_CAROLINA, alone).unmet()).containsExactly(Need.GROUP_EACH_DAY);
        assertThat(over(NORTH_CAROLINA, withAGroup).verdict()).isEqualTo(MET);
        assertThat(over(THREE_HOURS_THREE_DAYS, alone).verdict()).isEqualTo(MET);
    }

    @Test
    void fourDaysWithoutTreatmentAreTooManyInNorthCarolina() {
        var week = week(180, 180, 180, 0, 0);

        assertThat(over(NORTH_CAROLINA, week).verdict()).isEqualTo(NOT_MET);
        assertThat(over(NORTH_CAROLINA, week).unmet()).containsExactly(Need.GAP);
        assertThat(over(NORTH_CAROLINA, week).longestGapDays()).isEqualTo(4);
        assertThat(over(NORTH_CAROLINA, week(180, 0, 180, 0, 180)).verdict()).isEqualTo(MET);
    }

    @Test
    void aGapIsChargedToTheWeekInWhichItGrewTooLong() {
        var lastWeek = treatments(MONDAY.minusWeeks(1), 180, 0, 180, 0, 180);
        var tuesdayOn = treatments(MONDAY, 0, 180, 0, 180, 180);
        var endedEarly = treatments(MONDAY.minusWeeks(1), 180, 180, 180, 0, 0);
        var mondayOn = treatments(MONDAY, 180, 0, 180, 0, 180);

        assertThat(over(NORTH_CAROLINA, joined(lastWeek, tuesdayOn)).unmet()).containsExactly(Need.GAP);
        assertThat(over(NORTH_CAROLINA, joined(endedEarly, mondayOn)).verdict()).isEqualTo(MET);
    }

    @Test
    void aGapDoesNotBeginBeforeTheEpisode() {
        var facts = new WeekMeasure.Facts(MONDAY, week(0, 180, 0, 180, 180), List.of(), MONDAY, true, false, true);

        assertThat(WeekMeasure.of(NORTH_CAROLINA, facts).verdict()).isEqualTo(MET);
    }

    @Test
    void groupsMakeMoreThanHalf() {
        var half = List.of(
                new Treatment(MONDAY, 180, true),
                new Treatment(MONDAY.plusDays(2), 180, false),
                new Treatment(MONDAY.plusDays(4), 90, true),
                new Treatment(MONDAY.plusDays(4), 90, false));
        var more = new ArrayList<>(half);
        more.add(new Treatment(MONDAY.plusDays(3), 60, true));

        assertThat(over(IOP_STANDARD, half).unmet()).containsExactly(Need.GROUP_SHARE);
        assertThat(over(IOP_STANDARD, half).groupSharePercent()).isEqualTo(50);
        assertThat(over(IOP_STANDARD, more).verdict()).isEqualTo(MET);
    }

    @Test
    void twentyHoursAreAnotherLevelOfCare() {
        assertThat(over(NINE_HOURS, week(240, 240, 240, 240, 240)).unmet()).containsExactly(Need.WEEK_MINUTES_AT_MOST);
    }

    @Test
    void sixDaysAreOneTooMany() {
        assertThat(over(IOP_STANDARD, treatments(MONDAY, 100, 100, 100, 100, 100, 100))
                        .unmet())
                .containsExactly(Need.DAYS_AT_MOST);
    }

    @Test
    void aWeekIsOnTrackWhileTheSeatsAheadReach() {
        var facts = new WeekMeasure.Facts(
                MONDAY, week(180), treatments(MONDAY, 0, 0, 180, 0, 180), LONG_AGO, true, false, false);

        var measure = WeekMeasure.of(IOP_STANDARD, facts);

        assertThat(measure.verdict()).isEqualTo(ON_TRACK);
        assertThat(measure.minutes()).isEqualTo(180);
        assertThat(measure.plannedMinutes()).isEqualTo(360);
        assertThat(measure.missing()).isEmpty();
    }

    @Test
    void aWeekIsNotMetAsSoonAsTheSeatsAheadDoNotReach() {
        var facts = new WeekMeasure.Facts(
                MONDAY, week(0, 0, 180), treatments(MONDAY, 0, 0, 0, 0, 180), LONG_AGO, true, false, false);

        assertThat(WeekMeasure.of(IOP_STANDARD, facts).verdict()).isEqualTo(NOT_MET);
        assertThat(WeekMeasure.of(IOP_STANDARD, facts).missing()).containsExactly(Need.WEEK_MINUTES, Need.DAYS);
    }

    @Test
    void whatWasOnlyPlannedDoesNotHelpAWeekThatIsOver() {
        var facts = new WeekMeasure.Facts(
                MONDAY, week(180), treatments(MONDAY, 0, 0, 180, 0, 180), LONG_AGO, true, false, true);

        assertThat(WeekMeasure.of(IOP_STANDARD, facts).verdict()).isEqualTo(NOT_MET);
        assertThat(WeekMeasure.of(IOP_STANDARD, facts).plannedMinutes()).isZero();
    }

    @Test
    void aPartialWeekIsNotMeasuredAgainstTheRules() {
        var facts = new WeekMeasure.Facts(MONDAY, week(0, 0, 180, 0, 180), List.of(), MONDAY, false, false, true);

        assertThat(WeekMeasure.of(IOP_STANDARD, facts).verdict()).isEqualTo(NOT_APPLICABLE);
        assertThat(WeekMeasure.of(IOP_STANDARD, facts).minutes()).isEqualTo(360);
    }

    @Test
    void aWeekWithAHolidayMayLackItAndStillSaysWhatIsMissing() {
        var lacks = new WeekMeasure.Facts(MONDAY, week(180, 0, 0, 0, 180), List.of(), LONG_AGO, true, true, true);
        var hasIt = new WeekMeasure.Facts(MONDAY, week(180, 180, 0, 0, 180), List.of(), LONG_AGO, true, true, true);

        assertThat(WeekMeasure.of(IOP_STANDARD, lacks).verdict()).isEqualTo(NOT_APPLICABLE);
        assertThat(WeekMeasure.of(IOP_STANDARD, lacks).missing()).contains(WeekMeasure.Need.WEEK_MINUTES);
        assertThat(WeekMeasure.of(IOP_STANDARD, hasIt).verdict()).isEqualTo(MET);
    }

    @Test
    void aHolidayIsNoReasonForTooMuch() {
        var tooMany = treatments(MONDAY, 100, 100, 100, 100, 100, 100);
        var tooLong = week(240, 240, 240, 240, 240);
        var longAndShort = week(600, 0, 0, 600);

        for (var counted : List.of(tooMany, tooLong, longAndShort)) {
            var facts = new WeekMeasure.Facts(MONDAY, counted, List.of(), LONG_AGO, true, true, true);
            assertThat(WeekMeasure.of(IOP_STANDARD, facts).verdict()).isEqualTo(NOT_MET);
        }
    }

    private static WeekMeasure over(RuleSet rules, List<Treatment> counted) {
        return WeekMeasure.of(
                rules, new WeekMeasure.Facts(MONDAY, counted, List.of(), MONDAY.minusDays(5), true, false, true));
    }

    private static List<Treatment> week(int... minutes) {
        return treatments(MONDAY, minutes);
    }

    private static List<Treatment> treatments(LocalDate monday, int... minutes) {
        var week = new ArrayList<Treatment>();
        for (int i = 0; i < minutes.length; i++) {
            week.add(new Treatment(monday.plusDays(i), minutes[i], true));
        }
        return week;
    }

    private static List<Treatment> joined(List<Treatment> one, List<Treatment> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
