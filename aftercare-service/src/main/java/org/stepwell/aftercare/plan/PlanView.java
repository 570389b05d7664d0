package org.stepwell.aftercare.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.patient.Patients.Background;
import org.stepwell.contracts.code.RelapseTrigger;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** A plan as the API shows it. */
@Schema(name = "AftercarePlanView")
record PlanView(
        AftercarePlanId id,
        PatientId patient,
        EpisodeId episode,
        Standing.Status status,

        @Schema(description = "where the patient is in treatment again: the episode whose end resumes the plan")
        @Nullable
        EpisodeId nextEpisode,

        @Nullable Instant pausedAt,

        @Schema(description = "how often the patient is asked how they are; BY_TIME as the clinic's settings say")
        Pace pace,

        @Schema(description = "by which ways they agreed to be asked; missing where nobody has asked them") @Nullable
        Set<Channel> channels,

        @Schema(description = "the day discharge is planned for") @Nullable
        LocalDate dischargePlannedFor,

        @Schema(description = "the last day in the program") @Nullable
        LocalDate activeFrom,

        @Schema(description = "the day on which it was opened again; from there its weeks are counted") @Nullable
        LocalDate reopenedOn,

        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable ClosingReason closedBecause,

        @Schema(description = "the patient's language", examples = "en") @Nullable
        String language,

        @Schema(description = "the patient's time zone, where it is not the clinic's") @Nullable
        String zone,

        @Schema(description = "the first day of the episode") @Nullable
        LocalDate treatedFrom,

        @Schema(
                description =
                        "whether the patient has a plan of their own for the prevention of a relapse; missing until the hand-off")
        @Nullable
        Boolean relapsePlan,

        @Schema(description = "what that plan names as triggers")
        List<RelapseTrigger> triggers,

        @Schema(description = "who gives weekly therapy here") @Nullable
        StaffId therapist) {

    static PlanView of(AftercarePlan plan, Background background, Carried.By carried) {
        return new PlanView(
                plan.id(),
                plan.patient(),
                plan.episode(),
                plan.status(),
                plan.following().nextEpisode(),
                plan.following().pausedAt(),
                plan.pace(),
                plan.channels(),
                plan.dischargePlannedFor(),
                plan.following().activeFrom(),
                plan.following().reopenedOn(),
                plan.openedAt(),
                plan.closedAt(),
                plan.closedBecause(),
                background.language(),
                background.zone(),
                background.treatedFrom(),
                carried.relapsePlan(),
                carried.triggers(),
                carried.therapist());
    }
}
