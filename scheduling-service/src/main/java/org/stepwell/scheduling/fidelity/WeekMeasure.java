package org.stepwell.scheduling.fidelity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    /** What a week has too much of, which more treatment does not mend and a day without treatment does not excuse. */
    public static final Set<Need> TOO_MUCH = Set.of(Need.WEEK_MINUTES_AT_MOST, Need.DAYS_AT_MOST);

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
        var counted = WeekTally.counted(rules, facts);
        var expected = facts.over() ? counted : counted.with(facts.ahead());
        var unmet = counted.unmet();
        var missing = expected.unmet();
        return new WeekMeasure(
                verdict(facts, unmet, missing),
                counted.minutes(),
                counted.groupMinutes(),
                expected.minutes() - counted.minutes(),
                counted.days(),
                counted.sharePercent(),
                counted.longestGapDays(),
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
        boolean lacksOnly = missing.stream().noneMatch(TOO_MUCH::contains);
        return facts.mayLack() && lacksOnly ? Verdict.NOT_APPLICABLE : Verdict.NOT_MET;
    }
}
