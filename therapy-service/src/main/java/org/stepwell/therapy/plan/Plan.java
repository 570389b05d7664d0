package org.stepwell.therapy.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyFact.PlanSigned;

/**
 * A version of an episode's treatment plan: a draft that may be replaced whole, until a clinician has signed, the patient
 * was asked, and, where the clinician does not practise independently, somebody who does has approved. Then it holds.
 */
@Entity
class Plan {

    @Id
    private UUID id;

    @Version
    private int revision;

    private EpisodeId episode;
    private PatientId patient;
    private int version;

    @Enumerated(EnumType.STRING)
    private PlanStatus status = PlanStatus.DRAFT;

    private String content = "";
    private StaffId author;
    private Instant changedAt;
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
    private @Nullable Instant inForceAt;
    private @Nullable LocalDate reviewOn;

    @SuppressWarnings("NullAway.Init")
    protected Plan() {}

    Plan(UUID id, EpisodeId episode, PatientId patient, int version, StaffId author, Instant now) {
        this.id = id;
        this.episode = episode;
        this.patient = patient;
        this.version = version;
        this.author = author;
        this.changedAt = now;
    }

    /** Replaces the draft whole; whoever has signed it signed something else, and signs again. */
    void write(String sealed, StaffId by, Instant now) {
        mustBeDraft();
        content = sealed;
        author = by;
        changedAt = now;
        signedAt = null;
        signedBy = null;
        credentials = null;
        approvalNeeded = false;
        approvedAt = null;
        approvedBy = null;
        approverCredentials = null;
        patientAnswer = null;
        patientAskedAt = null;
        patientReason = null;
    }

    /** The clinician signs, or somebody else approves what a clinician has signed. */
    void sign(Signer signer, Instant now) {
        mustBeDraft();
        if (signedBy == null) {
            signedAt = now;
            signedBy = signer.staff();
            credentials = signer.said();
            approvalNeeded = !signer.independent();
        } else if (!approvalNeeded || approvedBy != null) {
            throw PlanRule.CLINICIAN_SIGNS_ONCE.because(
                    "%s signed it (%s); the patient is asked next.".formatted(signedBy, credentials));
        } else if (signer.staff().equals(signedBy) || !signer.independent()) {
            throw PlanRule.PLAN_IS_APPROVED_BY_ANOTHER.because(
                    "%s signed it (%s), your credentials are %s. Ask a supervisor or a prescriber."
                            .formatted(signedBy, credentials, signer.said()));
        } else {
            approvedAt = now;
            approvedBy = signer.staff();
            approverCredentials = signer.said();
        }
        changedAt = now;
    }

    /** The patient was asked, and this came of it. */
    void answered(PatientAnswer answer, @Nullable String sealedReason, Instant now) {
        mustBeDraft();
        if (signedBy == null) {
            throw PlanRule.CLINICIAN_SIGNS_FIRST.because("No clinician has signed version %d yet.".formatted(version));
        }
        if (patientAnswer != null) {
            throw PlanRule.PATIENT_IS_ASKED_ONCE.because("%s (%s).".formatted(patientAnswer, patientAskedAt));
        }
        patientAnswer = answer;
        patientAskedAt = now;
        patientReason = sealedReason;
        changedAt = now;
    }

    /** True once nobody's word is missing. */
    boolean isAgreed() {
        return signedBy != null && patientAnswer != null && (!approvalNeeded || approvedBy != null);
    }

    /** Comes into force, and is reviewed by a day. */
    PlanSigned holds(LocalDate nextReview, Instant now) {
        become(PlanStatus.SIGNED);
        inForceAt = now;
        reviewOn = nextReview;
        return new PlanSigned(patient, episode, version, nextReview, now);
    }

    /** The next version holds. */
    void superseded() {
        become(PlanStatus.SUPERSEDED);
    }

    private void mustBeDraft() {
        if (status != PlanStatus.DRAFT) {
            throw PlanRule.PLAN_IS_LOCKED.because("Version %d is %s. Write the next one.".formatted(version, status));
        }
    }

    private void become(PlanStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("a plan that is %s can not become %s".formatted(status, next));
        }
        status = next;
    }

    UUID id() {
        return id;
    }

    int revision() {
        return revision;
    }

    PlanStatus status() {
        return status;
    }

    String content() {
        return content;
    }

    @Nullable
    String patientReason() {
        return patientReason;
    }

    /** What the patient may see: from a clinician's signature on. */
    boolean isShownToThePatient() {
        return signedBy != null;
    }

    PlanView view(PlanContent opened, @Nullable String openedReason) {
        return new PlanView(
                episode,
                patient,
                version,
                status,
                opened,
                author,
                changedAt,
                signatures(openedReason),
                reviewOn,
                revision);
    }

    PlanView.Signatures signatures(@Nullable String openedReason) {
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
                inForceAt);
    }
}
