package org.stepwell.aftercare.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.outcome.SmallCells.Counts;
import org.stepwell.aftercare.outcome.SmallCells.Share;
import org.stepwell.contracts.id.ProgramId;

/** What became of those who left, by program and month. */
@Schema(name = "OutcomesView")
record OutcomeView(
        @Schema(examples = "2026-01-01") LocalDate from,
        @Schema(examples = "2026-12-31") LocalDate to,
        List<Cohort> cohorts) {

    /** Those who left one program in one month. */
    @Schema(name = "OutcomeCohort")
    record Cohort(
            ProgramId program,

            @Schema(description = "the first day of the month in which they left", examples = "2026-03-01")
            LocalDate month,

            @Schema(
                    description = "alive, and not into a new stay within a day; null where they are few",
                    examples = "40")
            @Nullable
            Integer discharged,

            List<At> followUps) {}

    /** So many days after the last day in the program. */
    @Schema(name = "OutcomeFollowUp")
    record At(
            @Schema(examples = "30") int days,

            @Schema(description = "died by then; not among those whom an answer is due of", examples = "0") @Nullable
            Integer died,

            @Schema(description = "somebody heard from them around that day, of those of whom that should be known")
            Share followedUp,

            @Schema(description = "no use in what that contact asked about")
            Counts abstinent,

            @Schema(description = "worked or studied on a day of that week, or more")
            Counts working,

            @Schema(description = "went to a mutual-help meeting in that week, or more")
            Counts selfHelp,

            @Schema(description = "admitted to this clinic again by then")
            Share readmitted,

            @Schema(
                    description = "days from the last day to the new first one; half came sooner or on it",
                    examples = "48")
            @Nullable
            Integer medianDaysToReadmission) {}

    static OutcomeView of(Outcomes.Wanted wanted, List<Outcomes.Counted> counted, SmallCells cells) {
        var cohorts = new ArrayList<Cohort>();
        for (var row : counted) {
            @Nullable Cohort last = cohorts.isEmpty() ? null : cohorts.getLast();
            if (last == null
                    || !last.program().equals(row.program())
                    || !last.month().equals(row.month())) {
                last = new Cohort(row.program(), row.month(), cells.shown(row.discharged()), new ArrayList<>());
                cohorts.add(last);
            }
            last.followUps().add(at(row, cells));
        }
        return new OutcomeView(wanted.from(), wanted.to(), cohorts);
    }

    private static At at(Outcomes.Counted row, SmallCells cells) {
        var readmitted = cells.share(row.readmitted(), row.due());
        return new At(
                row.days(),
                cells.shown(row.died()),
                cells.share(row.followed(), row.due()),
                cells.counts(row.abstinent(), row.askedUse(), row.due()),
                cells.counts(row.working(), row.askedWork(), row.due()),
                cells.counts(row.attending(), row.askedMeetings(), row.due()),
                readmitted,
                readmitted.withheld() ? null : row.medianDays());
    }
}
