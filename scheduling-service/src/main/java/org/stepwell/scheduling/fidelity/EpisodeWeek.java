package org.stepwell.scheduling.fidelity;

import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured;
import org.stepwell.scheduling.enrolled.Episode;

/** A measured week of an episode, with the rule set it was measured by. */
record EpisodeWeek(Episode episode, LocalDate weekStart, RuleSet rules, WeekMeasure measure, boolean last) {

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
                now);
    }
}
