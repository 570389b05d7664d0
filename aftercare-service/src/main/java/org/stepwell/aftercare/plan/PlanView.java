package org.stepwell.aftercare.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.patient.Patients.Background;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** A plan as the API shows it. */
@Schema(name = "AftercarePlanView")
record PlanView(
        AftercarePlanId id,
        PatientId patient,
        EpisodeId episode,
        AftercarePlan.Status status,

        @Schema(description = "the day discharge is planned for") @Nullable
        LocalDate dischargePlannedFor,

        @Schema(description = "the last day in the program") @Nullable
        LocalDate activeFrom,

        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable ClosingReason closedBecause,

        @Schema(description = "the patient's language", examples = "en") @Nullable
        String language,

        @Schema(description = "the patient's time zone, where it is not the clinic's") @Nullable
        String zone,

        @Schema(description = "the first day of the episode") @Nullable
        LocalDate treatedFrom) {

    static PlanView of(AftercarePlan plan, Background background) {
        return new PlanView(
                plan.id(),
                plan.patient(),
                plan.episode(),
                plan.status(),
                plan.dischargePlannedFor(),
                plan.activeFrom(),
                plan.openedAt(),
                plan.closedAt(),
                plan.closedBecause(),
                background.language(),
                background.zone(),
                background.treatedFrom());
    }
}
