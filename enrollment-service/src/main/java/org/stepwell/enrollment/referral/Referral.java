package org.stepwell.enrollment.referral;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ReferralId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/** Somebody was sent to us. Who it is stands with the first call that comes of it; nothing here says that they are a patient. */
@Entity
class Referral {

    private static final int LEFT_DAYS_AGO_MAX = 31;
    private static final int LEAVES_DAYS_AHEAD_MAX = 62;

    @EmbeddedId
    private ReferralId id;

    @Version
    private int version;

    @AttributeOverride(name = "value", column = @Column(name = "inquiry_id"))
    private InquiryId inquiry;

    @AttributeOverride(name = "value", column = @Column(name = "partner_id"))
    private @Nullable PartnerId partner;

    private @Nullable String facility;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    @Embedded
    private @Nullable StepDown stepDown;

    private Instant receivedAt;
    private @Nullable String reference;

    @SuppressWarnings("unused") // asked for by its column
    private @Nullable String referenceDigest;

    private @Nullable String formDigest;
    private @Nullable PatientId patient;

    @SuppressWarnings("unused") // asked for by its column
    private @Nullable LinkageId linkage;

    private @Nullable Instant reportedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage reported;

    /** Why somebody was sent. */
    enum Reason {
        STEP_DOWN,
        STEP_UP,
        FIRST_TREATMENT,
        CONDITION_OF_A_COURT,
        READMISSION,
        OTHER
    }

    /** Care with a bed that somebody leaves: the level, the last day there, and the house in words, sealed. */
    @Embeddable
    record StepDown(
            @Column(name = "leaves_level") String level,
            @Column(name = "leaves_on") LocalDate leavesOn,

            @Column(name = "leaves_facility") @Nullable String sealedFacility) {}

    /** Who sends somebody: a partner, or a house in words, sealed. */
    record Sender(@Nullable PartnerId partner, @Nullable String sealedFacility) {}

    /** How a partner's own system calls a referral, sealed and as a digest; and the digest of all that it said with that. */
    record OwnNumber(String sealedReference, String digest, String formDigest) {}

    @SuppressWarnings("NullAway.Init")
    protected Referral() {}

    Referral(
            ReferralId id,
            InquiryId inquiry,
            Sender sender,
            Reason reason,
            @Nullable StepDown stepDown,
            Instant now,
            LocalDate today) {
        if ((sender.partner() == null) == (sender.sealedFacility() == null)) {
            throw new Refusal(
                    ReferralRule.SENDER_IS_NAMED,
                    "Name one of both: a partner of the clinic, or a facility in words.",
                    List.of(new FieldError("/partner", "a partner, or else a facility")));
        }
        if (reason == Reason.READMISSION) {
            throw new Refusal(
                    ReferralRule.READMISSION_COMES_FROM_AFTERCARE,
                    "Say what else it is for. Whoever was here before is found by patients/matches.",
                    List.of(new FieldError("/reason", "another reason")));
        }
        if ((reason == Reason.STEP_DOWN) != (stepDown != null)) {
            throw new Refusal(
                    ReferralRule.STEP_DOWN_HAS_A_DAY,
                    "Say stepDown for the reason STEP_DOWN, and only for that.",
                    List.of(new FieldError("/stepDown", "goes with the reason STEP_DOWN")));
        }
        if (stepDown != null
                && (stepDown.leavesOn().isBefore(today.minusDays(LEFT_DAYS_AGO_MAX))
                        || stepDown.leavesOn().isAfter(today.plusDays(LEAVES_DAYS_AHEAD_MAX)))) {
            throw new Refusal(
                    ReferralRule.STEP_DOWN_IS_NEAR,
                    "Today is %s. Is the year right?".formatted(today),
                    List.of(new FieldError("/stepDown/leavesOn", "a month ago to two months ahead")));
        }
        this.id = id;
        this.inquiry = inquiry;
        this.partner = sender.partner();
        this.facility = sender.sealedFacility();
        this.reason = reason;
        this.stepDown = stepDown;
        this.receivedAt = now;
    }

    /** Aftercare recommends a patient of our own, who wants to come back. */
    Referral(ReferralId id, InquiryId inquiry, PatientId patient, LinkageId linkage, Instant at) {
        this.id = id;
        this.inquiry = inquiry;
        this.patient = patient;
        this.linkage = linkage;
        this.reason = Reason.READMISSION;
        this.receivedAt = at;
    }

    /** The partner's system calls it so, and calls nothing else so. */
    void calledByPartner(OwnNumber number) {
        reference = number.sealedReference();
        referenceDigest = number.digest();
        formDigest = number.formDigest();
    }

    /** Refuses what is said anew under a number that was taken: nobody overwrites a referral by sending another. */
    void mustBeTheSameAs(OwnNumber number) {
        if (!number.formDigest().equals(formDigest)) {
            throw new Refusal(
                    ReferralRule.PARTNER_REFERS_ONCE,
                    "You sent something else under this reference at %s. Take another one, or call the clinic."
                            .formatted(receivedAt),
                    List.of(new FieldError("/reference", "names another referral of yours")));
        }
    }

    /** Whoever was sent turned out to be a patient whom the clinic knew already. */
    void isAbout(PatientId known) {
        if (patient != null) {
            throw new Refusal(ReferralRule.REFERRED_ONE_IS_KNOWN, "It is about a patient already.");
        }
        patient = known;
    }

    /** The sender was told how far it came. */
    void reported(Stage stage, Instant now) {
        reported = stage;
        reportedAt = now;
    }

    ReferralId id() {
        return id;
    }

    int version() {
        return version;
    }

    InquiryId inquiry() {
        return inquiry;
    }

    @Nullable
    PartnerId partner() {
        return partner;
    }

    @Nullable
    String sealedFacility() {
        return facility;
    }

    Reason reason() {
        return reason;
    }

    @Nullable
    StepDown stepDown() {
        return stepDown;
    }

    /** How the partner calls it, sealed; nothing where staff noted it. */
    @Nullable
    String sealedReference() {
        return reference;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable
    Stage reported() {
        return reported;
    }

    @Nullable
    Instant reportedAt() {
        return reportedAt;
    }
}
