package org.stepwell.scheduling.fidelity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.WeekMeasured.RulesOf;

/** A week held against the program's rule set, and against the payer's while something is approved. */
@Schema(name = "WeekView")
public record WeekView(
        PatientId patient,
        EpisodeId episode,
        @Schema(examples = "2026-03-02") LocalDate weekStart,

        @Schema(description = "whether it is over, and told as final")
        boolean last,

        @Schema(
                description =
                        "the days of the week on which the patient has or had a seat, whatever the rule sets count")
        List<DayMinutes> perDay,

        @Schema(description = "the program's first, then the payer's, if the payer approved a day of the week")
        List<WeekStanding> ruleSets) {

    /**
     * The week of an episode.
     *
     * @param restorable under which rule sets other sessions could still make up for what is missing
     */
    static WeekView of(List<EpisodeWeek> weeks, Set<RulesOf> restorable) {
        var week = weeks.getFirst();
        return new WeekView(
                week.episode().patient(),
                week.episode().id(),
                week.weekStart(),
                week.last(),
                week.perDay(),
                weeks.stream()
                        .map(one -> WeekStanding.of(one, Outlook.of(one, restorable.contains(one.rulesOf()))))
                        .toList());
    }
}
