package org.stepwell.enrollment.diagnosis;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Severity;
import org.stepwell.contracts.enrollment.EnrollmentState.DiagnosisChanged;
import org.stepwell.contracts.id.DiagnosisId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.Refusal;

/** What somebody diagnosed. It ends; it is never taken back. */
@Entity
@DynamicUpdate
class Diagnosis {

    @EmbeddedId
    private DiagnosisId id;

    @Version
    private int version;

    private PatientId patient;
    private String code;

    @Enumerated(EnumType.STRING)
    private @Nullable Severity severity;

    private String diagnosedBy;
    private Instant diagnosedAt;
    private @Nullable String endedBy;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Ending endedBecause;

    /** Why it ended. */
    @Schema(name = "DiagnosisEnding")
    enum Ending {
        RESOLVED,
        /** The patient never had it: nothing is billed for it. */
        ENTERED_WRONGLY
    }

    @SuppressWarnings("NullAway.Init")
    protected Diagnosis() {}

    Diagnosis(DiagnosisId id, PatientId patient, Code code, @Nullable Severity severity, String by, Instant now) {
        code.mustFit(severity);
        this.id = id;
        this.patient = patient;
        this.code = code.text();
        this.severity = severity;
        this.diagnosedBy = by;
        this.diagnosedAt = now;
    }

    /** The patient does not have it any more, or never had. */
    void end(Ending because, String by, Instant now) {
        if (endedAt != null) {
            throw new Refusal(DiagnosisRule.DIAGNOSIS_HAS_ENDED, "It ended at %s.".formatted(endedAt));
        }
        endedBy = by;
        endedAt = now;
        endedBecause = because;
    }

    /** Whether the patient has it or had it, and was not given it by a slip of the pen. */
    boolean isTrue() {
        return endedBecause != Ending.ENTERED_WRONGLY;
    }

    /** What the other services are told of it while it stands. */
    DiagnosisChanged.Standing said() {
        return new DiagnosisChanged.Standing(id, code, severity, diagnosedAt);
    }

    DiagnosisId id() {
        return id;
    }

    int version() {
        return version;
    }

    PatientId patient() {
        return patient;
    }

    String code() {
        return code;
    }

    @Nullable
    Severity severity() {
        return severity;
    }

    String diagnosedBy() {
        return diagnosedBy;
    }

    Instant diagnosedAt() {
        return diagnosedAt;
    }

    @Nullable
    String endedBy() {
        return endedBy;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    Ending endedBecause() {
        return endedBecause;
    }
}
