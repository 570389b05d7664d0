package org.stepwell.scheduling.fidelity;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Because;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict;
import org.stepwell.scheduling.enrolled.Episode;

/** A measured week of an episode, with the rule set it was measured by. */
record EpisodeWeek(
        Episode episode,
        LocalDate weekStart,
        RuleSet rules,
        WeekMeasure.Facts facts,
        WeekMeasure measure,
        boolean last) {

    private static final int LAST_DAY = 6;

    LocalDate lastDay() {
        return weekStart.plusDays(LAST_DAY);
    }

    WeekMeasured told(Instant now) {
        return new WeekMeasured(
                episode.patient(),
                episode.id(),
                weekStart,
                rules.code(),
                rules.version(),
                measure.verdict(),
                measure.minutes(),
                measure.days(),
                measure.groupSharePercent(),
                last,
                because(),
                now);
    }

    /** Why the rule set is not applied, where it is not. */
    @Nullable
    Because because() {
        if (measure.verdict() != Verdict.NOT_APPLICABLE) {
            return null;
        }
        if (facts.applicable()) {
            return Because.CLOSED;
        }
        return episode.awayWithin(weekStart, lastDay()) ? Because.ON_HOLD : Because.NOT_WHOLLY_IN_PROGRAM;
    }
}
