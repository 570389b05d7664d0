package org.stepwell.therapy.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** A version of a plan, opened. */
@Schema(name = "TreatmentPlan")
record PlanView(
        EpisodeId episode,
        PatientId patient,

        @Schema(examples = "2", description = "counts the plans of the episode, from 1")
        int version,

        PlanStatus status,
        PlanContent content,
        StaffId author,
        Instant changedAt,
        Signatures signatures,

        @Schema(description = "the day by which it is reviewed; missing until it holds") @Nullable
        LocalDate reviewOn,

        @Schema(examples = "3", description = "what If-Match names: it changes with each change and each signature")
        int revision) {

    /** Who has signed, and who is still asked. */
    @Schema(name = "PlanSignatures")
    record Signatures(
            @Schema(examples = "2") int version,
            PlanStatus status,
            @Nullable Instant signedAt,
            @Nullable StaffId signedBy,
            @Schema(examples = "CADC") @Nullable String credentials,

            @Schema(description = "whether somebody who practises independently has to approve it")
            boolean approvalNeeded,

            @Nullable Instant approvedAt,
            @Nullable StaffId approvedBy,
            @Schema(examples = "LCSW") @Nullable String approverCredentials,
            @Nullable PatientAnswer patientAnswer,
            @Nullable Instant patientAskedAt,

            @Schema(
                    examples = "Signed at the kitchen table, no account yet; the page is in the chart.",
                    description = "of a signature on paper, or of a refusal")
            @Nullable
            String patientReason,

            @Schema(description = "since when it holds: nobody's word was missing any more") @Nullable
            Instant inForceAt) {}
}
