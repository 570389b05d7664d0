package org.stepwell.scheduling.fidelity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict;

/**
 * A patient's week held against a rule set. Minutes that were counted so far must be enough by themselves (MET), or
 * together with the seats that are still ahead (ON_TRACK); a week that is over is not helped by what was only planned.
 *
 * @param days days that count: those with at least the minutes a day needs, where the rule set asks for any
 * @param longestGapDays the longest row of days without treatment that reaches into this week
 * @param unmet what the rule set asks for and the minutes so far do not give
 * @param missing what would still be missing if every seat ahead is used
 */
public record WeekMeasure(
        Verdict verdict,
        int minutes,
        int groupMinutes,
        int plannedMinutes,
        int days,
        int groupSharePercent,
        int longestGapDays,
        Set<Need> unmet,
        Set<Need> missing) {

    private static final int DAYS_IN_WEEK = 7;
    private static final int PERCENT = 100;

    /** What a rule set can ask of a week. */
    @Schema(name = "WeekNeed")
    public enum Need {
        WEEK_MINUTES,
        WEEK_MINUTES_AT_MOST,
        DAYS,
        DAYS_AT_MOST,
        EVERY_DAY_IN_FULL,
        GAP,
        GROUP_SHARE,
        GROUP_EACH_DAY
    }

    /**
     * What is known of a week.
     *
     * @param counted treatment that counts now, also of the week before, for the gap that reaches over
     * @param ahead treatment that is still planned this week
     * @param gapsFrom the first day on which a gap can begin: the start of the episode, or the day the patient was back
     * @param mayLack whether the week may lack something: the clinic was closed on a day on which the patient would have come, or
     *     the payer approved some of its days only
     * @param applicable false for a week the patient was not in the program from its first day to its last, or away
     */
    record Facts(
            LocalDate weekStart,
            List<Treatment> counted,
            List<Treatment> ahead,
            LocalDate gapsFrom,
            boolean applicable,
            boolean mayLack,
            boolean over) {

        /** As it would be with more treatment ahead. */
        Facts with(List<Treatment> more) {
            var all = new ArrayList<>(ahead);
            all.addAll(more);
            return new Facts(weekStart, counted, List.copyOf(all), gapsFrom, applicable, mayLack, over);
        }
    }

    /** Measures a week. */
    static WeekMeasure of(RuleSet rules, Facts facts) {
        var counted = new Tally(rules, facts, facts.counted());
        var expected = facts.over() ? counted : new Tally(rules, facts, joined(facts));
        var unmet = counted.unmet();
        var missing = expected.unmet();
        return new WeekMeasure(
                verdict(facts, unmet, missing),
                counted.minutes,
                counted.groupMinutes,
                facts.over() ? 0 : expected.minutes - counted.minutes,
                counted.days,
                counted.sharePercent(),
                counted.longestGap,
                facts.applicable() ? unmet : Set.of(),
                facts.applicable() ? missing : Set.of());
    }

    private static Verdict verdict(Facts facts, Set<Need> unmet, Set<Need> missing) {
        if (!facts.applicable()) {
            return Verdict.NOT_APPLICABLE;
        }
        if (unmet.isEmpty()) {
            return Verdict.MET;
        }
        if (missing.isEmpty()) {
            return Verdict.ON_TRACK;
        }
        return facts.mayLack() ? Verdict.NOT_APPLICABLE : Verdict.NOT_MET;
    }

    private static List<Treatment> joined(Facts facts) {
        var all = new ArrayList<>(facts.counted());
        all.addAll(facts.ahead());
        return all;
    }

    /** The sums of a week, and which needs they leave open. */
    private static final class Tally {
        private final RuleSet rules;
        private final int minutes;
        private final int groupMinutes;
        private final int days;
        private final int daysWithAny;
        private final int longestGap;
        private final boolean aDayTooShort;
        private final boolean gapTooLong;
        private final boolean aDayWithoutGroup;

        Tally(RuleSet rules, Facts facts, List<Treatment> all) {
            this.rules = rules;
            var given = all.stream().filter(one -> one.minutes() > 0).toList();
            var week = given.stream()
                    .filter(one -> !one.day().isBefore(facts.weekStart())
                            && one.day().isBefore(facts.weekStart().plusDays(DAYS_IN_WEEK)))
                    .toList();
            minutes = sum(week);
            groupMinutes = sum(week.stream().filter(Treatment::inGroup).toList());
            Map<LocalDate, Integer> byDay = week.stream()
                    .collect(Collectors.groupingBy(Treatment::day, Collectors.summingInt(Treatment::minutes)));
            @Nullable Integer dayMin = rules.dayMinutesMin();
            days = Math.toIntExact(byDay.values().stream()
                    .filter(sum -> dayMin == null || sum >= dayMin)
                    .count());
            daysWithAny = byDay.size();
            aDayTooShort = days < daysWithAny;
            aDayWithoutGroup = daysWithAny
                    > week.stream()
                            .filter(Treatment::inGroup)
                            .map(Treatment::day)
                            .distinct()
                            .count();
            var gaps = Gaps.of(
                    given.stream().map(Treatment::day).collect(Collectors.toSet()),
                    facts.weekStart(),
                    facts.gapsFrom());
            longestGap = gaps.longestDays();
            @Nullable Integer gapMax = rules.gapDaysMax();
            gapTooLong = gapMax != null && gaps.grewOver(gapMax);
        }

        Set<Need> unmet() {
            var open = EnumSet.noneOf(Need.class);
            open(open, Need.WEEK_MINUTES, minutes < rules.weekMinutesMin());
            open(open, Need.WEEK_MINUTES_AT_MOST, minutes > rules.weekMinutesMax());
            open(open, Need.DAYS, days < rules.daysMin());
            open(open, Need.DAYS_AT_MOST, daysWithAny > rules.daysMax());
            open(open, Need.EVERY_DAY_IN_FULL, rules.everyDayInFull() && aDayTooShort);
            open(open, Need.GAP, gapTooLong);
            open(open, Need.GROUP_SHARE, !shareExceeded());
            open(open, Need.GROUP_EACH_DAY, rules.groupEachDay() && aDayWithoutGroup);
            return open;
        }

        int sharePercent() {
            return minutes == 0 ? 0 : groupMinutes * PERCENT / minutes;
        }

        /** A rule set that asks for more than 0 percent asks for no share at all. */
        private boolean shareExceeded() {
            int over = rules.groupSharePercentOver();
            return over == 0 || groupMinutes * PERCENT > over * minutes;
        }

        private static void open(Set<Need> open, Need need, boolean isOpen) {
            if (isOpen) {
                open.add(need);
            }
        }

        private static int sum(List<Treatment> treatments) {
            return treatments.stream().mapToInt(Treatment::minutes).sum();
        }
    }
}
