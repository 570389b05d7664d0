package org.stepwell.scheduling.fidelity;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Because;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict;

/** A week under a rule set; {@code unmet} is open now, {@code missing} if every seat ahead is used. */
@Schema(name = "WeekStanding")
record WeekStanding(
        RulesOf rulesOf,
        @Schema(examples = "iop-standard") String ruleSet,
        @Schema(examples = "1") int ruleSetVersion,
        Verdict verdict,
        @Nullable Because because,

        @Schema(description = "missing where the rule set is not applied") @Nullable
        Forecast forecast,

        @Schema(
                examples =
                        "The seats still to come are too few (360 of 540 minutes); other sessions could make up for it.")
        String sentence,

        @Schema(examples = "180", description = "that count under this rule set")
        int minutes,

        @Schema(examples = "540") int minutesWanted,

        @Schema(examples = "180", description = "that would be added by the seats ahead")
        int plannedMinutes,

        @Schema(examples = "1") int days,
        @Schema(examples = "100") int groupSharePercent,
        @Schema(examples = "1") int longestGapDays,
        Set<WeekMeasure.Need> unmet,
        Set<WeekMeasure.Need> missing) {

    static WeekStanding of(EpisodeWeek week, Outlook outlook) {
        var measure = week.measure();
        return new WeekStanding(
                week.rulesOf(),
                week.rules().code(),
                week.rules().version(),
                measure.verdict(),
                week.because(),
                outlook.forecast(),
                outlook.sentence(),
                measure.minutes(),
                week.rules().weekMinutesMin(),
                measure.plannedMinutes(),
                measure.days(),
                measure.groupSharePercent(),
                measure.longestGapDays(),
                measure.unmet(),
                measure.missing());
    }
}
