package org.stepwell.scheduling.fidelity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Because;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.Verdict;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.fidelity.MakeUpSearch.Choice;

/** A week of an episode, measured by one of the rule sets that it is held against. */
record EpisodeWeek(
        Episode episode,
        LocalDate weekStart,
        Standard standard,
        WeekMeasure.Facts facts,
        WeekMeasure measure,
        List<DayMinutes> perDay,
        boolean last) {

    private static final int LAST_DAY = 6;

    RulesOf rulesOf() {
        return standard.of();
    }

    RuleSet rules() {
        return standard.rules();
    }

    HeldWeek held() {
        return HeldWeek.of(standard, facts);
    }

    /** The week as it would be with more sessions. */
    WeekMeasure with(List<Choice> more) {
        return WeekMeasure.of(standard.rules(), facts.with(standard.counted(more)));
    }

    /**
     * Whether it will not have what it needs, and something could still be done about it. What is excused is made up for if the
     * patient likes, for the program; no payer asks for that.
     */
    boolean lacks() {
        boolean asked = rulesOf() == RulesOf.PROGRAM || measure.verdict() != Verdict.NOT_APPLICABLE;
        return asked && !last && !measure.missing().isEmpty();
    }

    LocalDate lastDay() {
        return weekStart.plusDays(LAST_DAY);
    }

    WeekMeasured told(Instant now) {
        return new WeekMeasured(
                episode.patient(),
                episode.id(),
                weekStart,
                rulesOf(),
                rules().code(),
                rules().version(),
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
            return standard.inPart() ? Because.APPROVED_IN_PART : Because.CLOSED;
        }
        return episode.awayWithin(weekStart, lastDay()) ? Because.ON_HOLD : Because.NOT_WHOLLY_IN_PROGRAM;
    }
}
