package org.stepwell.scheduling.fidelity;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.scheduling.fidelity.WeekMeasure.Need;

/**
 * The sums of a week, and which needs of a rule set they leave open. Plain numbers by day, because a search for make-ups
 * adds thousands of sessions to them.
 */
final class WeekTally {

    static final int DAYS_IN_WEEK = 7;
    private static final int PERCENT = 100;

    private final RuleSet rules;
    private final LocalDate weekStart;
    private final LocalDate gapsFrom;
    private final int[] minutes;
    private final int[] groupMinutes;
    private final boolean[] treatedBefore;

    private WeekTally(
            RuleSet rules,
            LocalDate weekStart,
            LocalDate gapsFrom,
            int[] minutes,
            int[] groupMinutes,
            boolean[] treatedBefore) {
        this.rules = rules;
        this.weekStart = weekStart;
        this.gapsFrom = gapsFrom;
        this.minutes = minutes;
        this.groupMinutes = groupMinutes;
        this.treatedBefore = treatedBefore;
    }

    /** Of what counts by now. */
    static WeekTally counted(RuleSet rules, WeekMeasure.Facts facts) {
        return new WeekTally(
                        rules,
                        facts.weekStart(),
                        facts.gapsFrom(),
                        new int[DAYS_IN_WEEK],
                        new int[DAYS_IN_WEEK],
                        new boolean[DAYS_IN_WEEK])
                .with(facts.counted());
    }

    /** The same with more treatment; of the week before, only which days had any. */
    WeekTally with(Collection<Treatment> more) {
        var sums =
                new WeekTally(rules, weekStart, gapsFrom, minutes.clone(), groupMinutes.clone(), treatedBefore.clone());
        more.forEach(sums::add);
        return sums;
    }

    private void add(Treatment one) {
        long day = DAYS.between(weekStart, one.day());
        if (one.minutes() <= 0 || day < -DAYS_IN_WEEK || day >= DAYS_IN_WEEK) {
            return;
        }
        if (day < 0) {
            treatedBefore[(int) day + DAYS_IN_WEEK] = true;
            return;
        }
        minutes[(int) day] += one.minutes();
        groupMinutes[(int) day] += one.inGroup() ? one.minutes() : 0;
    }

    int minutes() {
        return sum(minutes);
    }

    /** The place of a day in the week, from 0 on. */
    int dayOfWeek(LocalDate day) {
        return (int) DAYS.between(weekStart, day);
    }

    int minutesOn(int dayOfWeek) {
        return minutes[dayOfWeek];
    }

    int groupMinutes() {
        return sum(groupMinutes);
    }

    private static int sum(int[] byDay) {
        int sum = 0;
        for (int day : byDay) {
            sum += day;
        }
        return sum;
    }

    private int daysOfAtLeast(int least) {
        int days = 0;
        for (int sum : minutes) {
            days += sum >= least ? 1 : 0;
        }
        return days;
    }

    /** Days with at least the minutes that a day needs, where the rule set asks for any. */
    int days() {
        return daysOfAtLeast(dayMinutesMin());
    }

    int sharePercent() {
        int all = minutes();
        return all == 0 ? 0 : groupMinutes() * PERCENT / all;
    }

    int longestGapDays() {
        return Arrays.stream(gaps()).max().orElse(0);
    }

    Set<Need> unmet() {
        int all = minutes();
        int inGroups = groupMinutes();
        int full = days();
        int any = daysOfAtLeast(1);
        var open = EnumSet.noneOf(Need.class);
        open(open, Need.WEEK_MINUTES, all < rules.weekMinutesMin());
        open(open, Need.WEEK_MINUTES_AT_MOST, all > rules.weekMinutesMax());
        open(open, Need.DAYS, full < rules.daysMin());
        open(open, Need.DAYS_AT_MOST, any > rules.daysMax());
        open(open, Need.EVERY_DAY_IN_FULL, rules.everyDayInFull() && full < any);
        open(open, Need.GAP, gapTooLong());
        open(open, Need.GROUP_SHARE, !exceedsShare(inGroups, all));
        open(open, Need.GROUP_EACH_DAY, rules.groupEachDay() && aDayWithoutGroup());
        return open;
    }

    /** A rule set that asks for more than 0 percent asks for no share at all. */
    boolean exceedsShare(int inGroups, int all) {
        int over = rules.groupSharePercentOver();
        return over == 0 || inGroups * PERCENT > over * all;
    }

    private static void open(Set<Need> open, Need need, boolean isOpen) {
        if (isOpen) {
            open.add(need);
        }
    }

    private boolean aDayWithoutGroup() {
        return IntStream.range(0, DAYS_IN_WEEK).anyMatch(day -> minutes[day] > 0 && groupMinutes[day] == 0);
    }

    /** The minutes that make a day one that counts. */
    int dayMinutesMin() {
        @Nullable Integer least = rules.dayMinutesMin();
        return least == null ? 1 : Math.max(1, least);
    }

    /** True where a row grew too long on a day of this week; one that was too long before was last week's. */
    private boolean gapTooLong() {
        @Nullable Integer most = rules.gapDaysMax();
        return most != null && Arrays.stream(gaps()).anyMatch(row -> row == most + 1);
    }

    /** For each day of the week, how many days in a row were without treatment up to it, looking one week back. */
    private int[] gaps() {
        int from = Math.clamp(DAYS.between(weekStart, gapsFrom), -DAYS_IN_WEEK, DAYS_IN_WEEK);
        var rows = new int[DAYS_IN_WEEK];
        int row = 0;
        for (int day = -DAYS_IN_WEEK; day < DAYS_IN_WEEK; day++) {
            boolean treated = day < 0 ? treatedBefore[day + DAYS_IN_WEEK] : minutes[day] > 0;
            row = treated || day < from ? 0 : row + 1;
            if (day >= 0) {
                rows[day] = row;
            }
        }
        return rows;
    }
}
