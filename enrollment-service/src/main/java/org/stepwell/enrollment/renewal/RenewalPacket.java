package org.stepwell.enrollment.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.enrollment.coverage.AuthorizationView;
import org.stepwell.enrollment.episode.EpisodeStatus;
import org.stepwell.enrollment.episode.EpisodeView;

/**
 * A draft of what a payer is shown to approve more. It is read by staff, and sends itself nowhere.
 *
 * @param askFrom the first day that nothing approved covers any more
 * @param missing what to see to before somebody sends it
 */
@Schema(name = "RenewalPacket")
record RenewalPacket(
        @Schema(examples = "Northside Health Plan") String payer,

        AuthorizationView authorization,
        LocalDate askFrom,
        @Nullable Plan plan,

        @Schema(examples = "F10.20", description = "of the ICD-10-CM, as they stand")
        List<String> diagnoses,

        List<Week> weeks,
        @Schema(examples = "18") int days,
        @Schema(examples = "3240") int minutes,
        List<Scores.Course> measures,

        @Schema(description = "through which day a physician's certification stands") @Nullable
        LocalDate certifiedThrough,

        @Schema(examples = "Sign the notes that are still open (2).")
        List<String> missing) {

    /** Where the stay stands, and the treatment plan as therapy says. */
    @Schema(name = "RenewalPlan")
    record Plan(
            EpisodeId episode,
            EpisodeStatus status,
            @Nullable LocalDate start,
            @Nullable LocalDate targetEnd,
            @Nullable Instant readyForStepDownAt,
            @Nullable LocalDate plannedEnd,
            @Nullable DischargeReason plannedReason,

            @Schema(examples = "1") @Nullable String plannedNextLevel,
            TreatmentPlans.Standing treatmentPlan) {

        static Plan of(EpisodeView episode, TreatmentPlans.Standing treatmentPlan) {
            return new Plan(
                    episode.id(),
                    episode.status(),
                    episode.start(),
                    episode.targetEnd(),
                    episode.readyForStepDownAt(),
                    episode.plannedEnd(),
                    episode.plannedReason(),
                    episode.plannedNextLevel(),
                    treatmentPlan);
        }
    }

    /** What of it concerns whoever asks the payer, and does not treat the patient. */
    @Schema(name = "RenewalToDo")
    record ToDo(
            @Schema(examples = "Northside Health Plan") String payer,

            LocalDate askFrom,
            List<Week> weeks,
            @Schema(examples = "18") int days,
            @Schema(examples = "3240") int minutes,

            @Schema(examples = "Sign the notes that are still open (2).")
            List<String> missing) {

        static ToDo of(RenewalPacket packet) {
            return new ToDo(
                    packet.payer(),
                    packet.askFrom(),
                    packet.weeks(),
                    packet.days(),
                    packet.minutes(),
                    packet.missing());
        }
    }

    /** What was attended in a week. */
    @Schema(name = "RenewalWeek")
    record Week(
            @Schema(examples = "2026-03-02") LocalDate weekStart,

            @Schema(examples = "3") int days,
            @Schema(examples = "540") int minutes) {}
}
