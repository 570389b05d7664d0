package org.stepwell.therapy.plan;

import jakarta.persistence.Embedded;
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
import org.stepwell.contracts.therapy.TherapyState.VisitsNeeded;
import org.stepwell.therapy.roster.Signer;

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

    @Embedded
    private Signatures signatures = new Signatures();

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
        signatures = new Signatures();
    }

    /** The clinician signs, or somebody else approves what a clinician has signed. */
    void sign(Signer signer, Instant now) {
        mustBeDraft();
        signatures.sign(signer, now);
        changedAt = now;
    }

    /** The patient was asked, and this came of it. */
    void answered(PatientAnswer answer, @Nullable String sealedReason, Instant now) {
        mustBeDraft();
        signatures.answered(answer, sealedReason, now);
        changedAt = now;
    }

    /** True once nobody's word is missing. */
    boolean isAgreed() {
        return signatures.areComplete();
    }

    /** Comes into force, and is reviewed by a day. */
    PlanSigned holds(LocalDate nextReview, Instant now) {
        become(PlanStatus.SIGNED);
        inForceAt = now;
        reviewOn = nextReview;
        return new PlanSigned(patient, episode, version, nextReview, now);
    }

    /** What it asks for in visits, from the day on which it comes into force; also nothing, so that what was asked for before ends. */
    VisitsNeeded visits(PlanContent opened, LocalDate from, Instant now) {
        return new VisitsNeeded(patient, episode, version, opened.visits(from), now);
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

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    int version() {
        return version;
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
        return signatures.patientReason();
    }

    /** When the clinician signed what it says: whatever is known since is not in it. */
    Instant textSignedAt() {
        return signatures.textSignedAt();
    }

    /** What the patient may see: from a clinician's signature on. */
    boolean isShownToThePatient() {
        return signatures.isSignedByClinician();
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
        return signatures.view(version, status, openedReason, inForceAt);
    }
}
