package org.stepwell.scheduling.placement;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.id.GroupId;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.scheduling.Riverside;
import org.stepwell.scheduling.calendar.DatedSlot;
import org.stepwell.scheduling.calendar.Slot;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;
import org.stepwell.scheduling.placement.WeekPuzzle.Choice;

/** The vectors of the domain: whichever week a rule set would not call met is not complete. */
class WeekPuzzleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final RuleSet NINE_HOURS = rules("nine-hours", 1, null, null, 0);
    private static final RuleSet THREE_HOURS_THREE_DAYS = rules("hcpcs-h0015", 3, 180, null, 50);
    private static final RuleSet NORTH_CAROLINA = rules("nc-saiop", 3, 180, 2, 50);
    private static final RuleSet VIRGINIA = rules("va-dmas", 1, 180, null, 0);
    private static final RuleSet GROUP_EACH_DAY = rules("group-each-day", 3, null, null, 0);

    private final WeekPuzzle puzzle = aPuzzle(Riverside.NINE_HOURS, 540);

    @Test
    void aWeekIsCompleteWhenItsMinutesAndDaysAreReached() {
        puzzle.add(evenings(3, MONDAY, WEDNESDAY));

        assertThat(puzzle.complete()).isFalse();
        assertThat(puzzle.missingMinutes()).isEqualTo(180);
        assertThat(puzzle.missingDays()).isEqualTo(1);

        puzzle.add(evenings(3, FRIDAY));

        assertThat(puzzle.complete()).isTrue();
        assertThat(puzzle.missingMinutes()).isZero();
        assertThat(puzzle.missingDays()).isZero();
        assertThat(puzzle.fits(evenings(3, TUESDAY))).isFalse();
    }

    @Test
    void threeEveningsOfThreeHoursCompleteEveryRuleSet() {
        for (var rules : List.of(NINE_HOURS, Riverside.NINE_HOURS, THREE_HOURS_THREE_DAYS, NORTH_CAROLINA)) {
            assertThat(with(rules, evenings(3, MONDAY, WEDNESDAY, FRIDAY)).complete())
                    .as(rules.code())
                    .isTrue();
        }
    }

    @Test
    void twoLongDaysMissAThirdOne() {
        var twoDays = aGroup(270, true, TUESDAY, THURSDAY);

        var week = with(Riverside.NINE_HOURS, twoDays);

        assertThat(with(NINE_HOURS, twoDays).complete()).isTrue();
        assertThat(week.complete()).isFalse();
        assertThat(week.missingMinutes()).isZero();
        assertThat(week.missingDays()).isEqualTo(1);
        assertThat(week.unmet()).containsExactly(Need.DAYS);
    }

    @Test
    void fiveShortDaysAreNoDaysOfThreeHours() {
        var fiveDays = aGroup(108, true, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);

        var week = with(THREE_HOURS_THREE_DAYS, fiveDays);

        assertThat(with(NINE_HOURS, fiveDays).complete()).isTrue();
        assertThat(week.complete()).isFalse();
        assertThat(week.missingDays()).isEqualTo(3);
    }

    @Test
    void threeDaysInARowLeaveTooLongAGapInNorthCarolina() {
        var week = with(NORTH_CAROLINA, evenings(3, MONDAY, TUESDAY, WEDNESDAY));

        assertThat(week.complete()).isFalse();
        assertThat(week.unmet()).containsExactly(Need.GAP);
        assertThat(week.fits(evenings(3, FRIDAY))).isTrue();

        week.add(evenings(3, FRIDAY));

        assertThat(week.complete()).isTrue();
    }

    @Test
    void aShortDayIsMadeFullWhereEachDayMustBe() {
        var week = with(VIRGINIA, evenings(3, MONDAY, WEDNESDAY, FRIDAY), morning(TUESDAY));

        assertThat(week.complete()).isFalse();
        assertThat(week.unmet()).containsExactly(Need.EVERY_DAY_IN_FULL);
        assertThat(week.fits(evenings(3, THURSDAY))).isFalse();
        assertThat(week.fits(aGroup(120, true, TUESDAY))).isTrue();
    }

    @Test
    void aDayAloneWithAClinicianGetsAGroupWhereEachDayMustHaveOne() {
        var week = with(GROUP_EACH_DAY, evenings(3, MONDAY, WEDNESDAY), aGroup(180, false, FRIDAY));

        assertThat(week.complete()).isFalse();
        assertThat(week.unmet()).containsExactly(Need.GROUP_EACH_DAY);
        assertThat(week.fits(morning(TUESDAY))).isFalse();
        assertThat(week.fits(morning(FRIDAY))).isTrue();
    }

    @Test
    void hoursAloneWithAClinicianDoNotMakeTheGroupShare() {
        var week = with(Riverside.NINE_HOURS, aGroup(180, false, MONDAY, WEDNESDAY, FRIDAY));

        assertThat(week.complete()).isFalse();
        assertThat(week.unmet()).containsExactly(Need.GROUP_SHARE);
        assertThat(week.fits(aGroup(180, false, TUESDAY))).isFalse();
        assertThat(week.fits(evenings(3, TUESDAY))).isTrue();
    }

    @Test
    void whileADayIsMissingOnlyAGroupOnAnotherDayIsAdded() {
        puzzle.add(aGroup(270, true, TUESDAY, THURSDAY));

        assertThat(puzzle.fits(morning(TUESDAY))).isFalse();
        assertThat(puzzle.fits(morning(MONDAY))).isTrue();

        puzzle.add(morning(MONDAY));

        assertThat(puzzle.complete()).isTrue();
    }

    @Test
    void groupsAtTheSameHoursDoNotFitTogether() {
        puzzle.add(evenings(3, MONDAY));

        assertThat(puzzle.fits(evenings(3, MONDAY, FRIDAY))).isFalse();
        assertThat(puzzle.fits(evenings(3, FRIDAY))).isTrue();
    }

    @Test
    void aWeekGetsNoMoreMinutesOrDaysThanTheRulesAllow() {
        var sixShortDays = aGroup(90, true, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY);
        var twentyHours = aGroup(240, true, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);

        assertThat(puzzle.fits(sixShortDays)).isFalse();
        assertThat(puzzle.fits(twentyHours)).isFalse();
        assertThat(puzzle.fits(evenings(3, MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)))
                .isTrue();
    }

    @Test
    void theEpisodeMayAskForMoreThanTheRuleSetAndNotForLess() {
        assertThat(aPuzzle(Riverside.NINE_HOURS, 720).missingMinutes()).isEqualTo(720);
        assertThat(aPuzzle(Riverside.NINE_HOURS, 180).missingMinutes()).isEqualTo(540);
    }

    @Test
    void groupsThatHaveBegunComeFirstThenTheFreest() {
        var full = evenings(1, MONDAY);
        var free = evenings(9, MONDAY);
        var later = new Choice(new GroupId(Uuid7.next()), 12, TODAY.plusDays(7), null, true, free.slots());

        assertThat(order(List.of(later, full, free))).containsExactly(free, full, later);
    }

    @Test
    void aGroupThatMakesTheWeekCompleteComesBeforeAFreerOne() {
        var freer = aGroup(270, true, TUESDAY, THURSDAY);
        var whole = evenings(1, MONDAY, WEDNESDAY, FRIDAY);

        assertThat(puzzle.next(List.of(freer, whole), TODAY)).contains(whole);
    }

    private List<Choice> order(List<Choice> choices) {
        var left = new ArrayList<>(choices);
        var order = new ArrayList<Choice>();
        for (var next = puzzle.next(left, TODAY); next.isPresent(); next = puzzle.next(left, TODAY)) {
            order.add(next.get());
            left.remove(next.get());
        }
        return order;
    }

    private static WeekPuzzle aPuzzle(RuleSet rules, int minutesWanted) {
        return new WeekPuzzle(rules, minutesWanted, new LastingWeeks(TODAY, TODAY.plusDays(27)));
    }

    private static WeekPuzzle with(RuleSet rules, Choice... chosen) {
        var puzzle = aPuzzle(rules, 540);
        Stream.of(chosen).forEach(puzzle::add);
        return puzzle;
    }

    private static Choice evenings(int free, DayOfWeek... days) {
        return aGroup(free, LocalTime.of(18, 0), 180, true, days);
    }

    private static Choice morning(DayOfWeek day) {
        return aGroup(3, LocalTime.of(9, 0), 60, true, day);
    }

    private static Choice aGroup(int minutes, boolean inGroup, DayOfWeek... days) {
        return aGroup(3, LocalTime.of(17, 0), minutes, inGroup, days);
    }

    private static Choice aGroup(int free, LocalTime from, int minutes, boolean inGroup, DayOfWeek... days) {
        var slots = Stream.of(days)
                .map(day -> new DatedSlot(new Slot(day, from, from.plusMinutes(minutes)), TODAY, null))
                .toList();
        return new Choice(new GroupId(Uuid7.next()), free, TODAY, null, inGroup, slots);
    }

    private static RuleSet rules(
            String code, int daysMin, @Nullable Integer dayMinutesMin, @Nullable Integer gapDaysMax, int share) {
        return new RuleSet(
                code,
                1,
                540,
                1_140,
                daysMin,
                5,
                dayMinutesMin,
                code.equals("va-dmas"),
                gapDaysMax,
                share,
                code.equals("group-each-day"),
                RuleSet.Basis.ATTENDED,
                24,
                RuleSet.RECERTIFICATION_DAYS,
                RuleSet.PLAN_DAYS,
                RuleSet.PLAN_REVIEW_DAYS,
                RuleSet.GroupSize.OF_THE_HOUSE);
    }
}
