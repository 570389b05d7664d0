package org.stepwell.enrollment.diagnosis;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Severity;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.PatientId;

/** A diagnosis as it is shown. */
@Schema(name = "Diagnosis")
record DiagnosisView(
        DiagnosisId id,
        PatientId patient,
        @Schema(examples = "F10.20") String code,
        @Schema(examples = "MODERATE") @Nullable Severity severity,
        String diagnosedBy,
        Instant diagnosedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Schema(examples = "RESOLVED") Diagnosis.@Nullable Ending endedBecause) {

    static DiagnosisView of(Diagnosis diagnosis) {
        return new DiagnosisView(
                diagnosis.id(),
                diagnosis.patient(),
                diagnosis.code(),
                diagnosis.severity(),
                diagnosis.diagnosedBy(),
                diagnosis.diagnosedAt(),
                diagnosis.endedBy(),
                diagnosis.endedAt(),
                diagnosis.endedBecause());
    }
}
