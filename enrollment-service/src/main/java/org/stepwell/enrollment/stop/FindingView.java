package org.stepwell.enrollment.stop;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.FindingId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;

/** A finding as it is shown; what people wrote of it is shown to those who may read it. */
@Schema(name = "Finding")
record FindingView(
        FindingId id,
        PatientId patient,
        @Schema(examples = "NO_TRANSPORT") Stop stop,

        @Schema(examples = "No way to come to the sessions.")
        String sentence,

        @Schema(examples = "OPEN") FindingStatus status,

        @Schema(description = "the screening it was first stated in") @Nullable
        ScreeningId screening,

        @Schema(description = "the questionnaire it was first found by") @Nullable
        MeasureId measure,

        Instant raisedAt,
        Instant lastRaisedAt,
        int timesRaised,

        @Schema(description = "what deals with it; it is overridden where nothing does")
        List<Disposition> dispositions,

        @Nullable ClearanceView clearance,
        @Nullable OverrideView override) {

    /** What came of it. */
    @Schema(name = "FindingClearance")
    record ClearanceView(
            @Schema(examples = "MEDICALLY_CLEARED") Disposition disposition,

            @Schema(examples = "Seen by Dr. Reyes, vital signs normal, no sign of withdrawal.") @Nullable
            String assessment,

            String by,
            @Schema(examples = "CLINICIAN") @Nullable String role,
            Instant at) {}

    /** Who overrode it and why. */
    @Schema(name = "FindingOverride")
    record OverrideView(
            @Schema(examples = "Her sister drives her on weekdays.") @Nullable
            String reason,

            @Schema(examples = "Daily visits with vital signs; chlordiazepoxide taper.") @Nullable
            String plan,

            String by,
            @Schema(examples = "INTAKE") String role,
            @Schema(examples = "LCSW") @Nullable String credential,
            Instant at,
            @Nullable String coSignedBy,
            @Schema(examples = "SUPERVISOR") @Nullable String coSignedAs,
            @Nullable Instant coSignedAt) {}

    /** Opens what was written, or answers null to those who may not read it: an assessment, or the reason of an override. */
    interface Opening {
        @Nullable
        String open(@Nullable String sealed);
    }

    static FindingView of(Finding finding, Opening assessments, Opening reasons) {
        return new FindingView(
                finding.id(),
                finding.patient(),
                finding.stop(),
                finding.stop().sentence(),
                finding.status(),
                finding.screening(),
                finding.measure(),
                finding.raisedAt(),
                finding.lastRaisedAt(),
                finding.timesRaised(),
                finding.stop().conduct().inOrder(),
                cleared(finding.clearance(), assessments),
                overridden(finding, reasons));
    }

    private static @Nullable ClearanceView cleared(@Nullable Clearance clearance, Opening opens) {
        return clearance == null
                ? null
                : new ClearanceView(
                        clearance.disposition(),
                        opens.open(clearance.assessment()),
                        clearance.by(),
                        clearance.role() == null ? null : clearance.role().name(),
                        clearance.at());
    }

    private static @Nullable OverrideView overridden(Finding finding, Opening opens) {
        var overriding = finding.overriding();
        var coSignature = finding.coSignature();
        return overriding == null
                ? null
                : new OverrideView(
                        opens.open(overriding.reason()),
                        opens.open(overriding.plan()),
                        overriding.by(),
                        overriding.role().name(),
                        overriding.credential(),
                        overriding.at(),
                        coSignature == null ? null : coSignature.by(),
                        coSignature == null ? null : coSignature.role().name(),
                        coSignature == null ? null : coSignature.at());
    }
}
