package org.stepwell.aftercare.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.milestone.Congratulations.Marked;
import org.stepwell.aftercare.milestone.Congratulations.Outcome;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** How many days a patient counts, and what they reached; a new beginning takes nothing away. */
@Schema(name = "Sobriety")
record SobrietyView(
        PatientId patient,

        @Schema(description = "the date that the patient chose; missing where they chose none") @Nullable
        LocalDate since,

        @Schema(description = "the days since that date; missing where there is none", examples = "61") @Nullable
        Integer daysInRecovery,

        @Schema(description = "of all beginnings together", examples = "144")
        int totalDays,

        @Nullable NextView next,

        @Schema(description = "newest first") List<RunView> beginnings,

        @Schema(description = "whether the patient wants no notes on these days")
        boolean muted) {

    /** What comes next. */
    @Schema(name = "NextMilestone")
    record NextView(
            @Schema(examples = "P90D", description = "after how long, as an ISO 8601 period")
            String after,

            LocalDate on) {}

    /** Days in a row. */
    @Schema(name = "SobrietyBeginning")
    record RunView(
            LocalDate since,

            @Schema(description = "missing while they are counted") @Nullable
            LocalDate lastDay,

            @Schema(examples = "61") int days,
            List<ReachedView> reached,
            Instant saidAt,

            @Schema(description = "to whom of the staff; missing where the patient wrote it down") @Nullable
            StaffId writtenBy) {

        static RunView of(SobrietyRun run, LocalDate today, List<Marked> marked) {
            var through = run.lastDay() == null ? today : run.lastDay().plusDays(1); // as its last day is over
            return new RunView(
                    run.since(),
                    run.lastDay(),
                    run.days(today),
                    Milestone.reached(run.since(), through).stream()
                            .map(one -> ReachedView.of(run, one, marked))
                            .toList(),
                    run.saidAt(),
                    run.writtenBy());
        }
    }

    /** A day that was reached. */
    @Schema(name = "ReachedMilestone")
    record ReachedView(
            @Schema(examples = "P30D", description = "after how long, as an ISO 8601 period")
            String after,

            LocalDate on,

            @Schema(description = "what became of the note; missing where the day was over when the date was said")
            @Nullable
            Outcome note) {

        static ReachedView of(SobrietyRun run, Milestone reached, List<Marked> marked) {
            return new ReachedView(
                    reached.after().toString(),
                    reached.on(),
                    marked.stream()
                            .filter(one ->
                                    one.run().equals(run.id()) && one.after().equals(reached.after()))
                            .map(Marked::note)
                            .findFirst()
                            .orElse(null));
        }
    }
}
