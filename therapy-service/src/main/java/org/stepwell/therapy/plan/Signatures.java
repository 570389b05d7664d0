package org.stepwell.therapy.plan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Signer;

/** Who has signed the text of a plan, and who is still asked; another text begins with none. */
@Embeddable
class Signatures {

    private @Nullable Instant signedAt;
    private @Nullable StaffId signedBy;
    private @Nullable String credentials;
    private boolean approvalNeeded;
    private @Nullable Instant approvedAt;
    private @Nullable StaffId approvedBy;
    private @Nullable String approverCredentials;

    @Enumerated(EnumType.STRING)
    private @Nullable PatientAnswer patientAnswer;

    private @Nullable Instant patientAskedAt;
    private @Nullable String patientReason;

    protected Signatures() {}

    /** The clinician signs, or somebody else approves what a clinician has signed. */
    void sign(Signer signer, Instant now) {
        if (signedBy == null) {
            signedAt = now;
            signedBy = signer.staff();
            credentials = signer.credentials();
            approvalNeeded = !signer.independent();
        } else if (!approvalNeeded || approvedBy != null) {
            throw PlanRule.CLINICIAN_SIGNS_ONCE.because(
                    "%s signed it (%s); the patient is asked next.".formatted(signedBy, credentials));
        } else if (!signer.standsBy(signedBy)) {
            throw PlanRule.PLAN_IS_APPROVED_BY_ANOTHER.because(
                    "%s signed it (%s), your credentials are %s. Ask a supervisor or a prescriber."
                            .formatted(signedBy, credentials, signer.credentials()));
        } else {
            approvedAt = now;
            approvedBy = signer.staff();
            approverCredentials = signer.credentials();
        }
    }

    /** The patient was asked, and this came of it. */
    void answered(PatientAnswer answer, @Nullable String sealedReason, Instant now) {
        if (signedBy == null) {
            throw PlanRule.CLINICIAN_SIGNS_FIRST.because("No clinician has signed it yet.");
        }
        if (patientAnswer != null) {
            throw PlanRule.PATIENT_IS_ASKED_ONCE.because("%s (%s).".formatted(patientAnswer, patientAskedAt));
        }
        patientAnswer = answer;
        patientAskedAt = now;
        patientReason = sealedReason;
    }

    /** True once nobody's word is missing. */
    boolean areComplete() {
        return signedBy != null && patientAnswer != null && (!approvalNeeded || approvedBy != null);
    }

    boolean isSignedByClinician() {
        return signedBy != null;
    }

    /** When the clinician signed the text: whatever is known since is not in it. */
    Instant textSignedAt() {
        return Objects.requireNonNull(signedAt);
    }

    @Nullable
    String patientReason() {
        return patientReason;
    }

    PlanView.Signatures view(int version, PlanStatus status, @Nullable String openedReason, @Nullable Instant inForce) {
        return new PlanView.Signatures(
                version,
                status,
                signedAt,
                signedBy,
                credentials,
                approvalNeeded,
                approvedAt,
                approvedBy,
                approverCredentials,
                patientAnswer,
                patientAskedAt,
                openedReason,
                inForce);
    }
}
