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
import org.stepwell.contracts.id.PartnerId;
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
    private @Nullable Instant reportedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Stage reported;

    /** Why somebody was sent. */
    enum Reason {
        STEP_DOWN,
        STEP_UP,
        FIRST_TREATMENT,
        CONDITION_OF_A_COURT,
        OTHER
    }

    /** Care with a bed that somebody leaves: the level, and the last day there. */
    @Embeddable
    record StepDown(
            @Column(name = "leaves_level") String level,
            @Column(name = "leaves_on") LocalDate leavesOn) {}

    /** How far it came; a sender without consent learns RECEIVED. */
    enum Stage {
        RECEIVED,
        CONTACTED,
        REGISTERED,
        WAITING,
        ADMITTED,
        DISCHARGED,
        NOT_COMING
    }

    @SuppressWarnings("NullAway.Init")
    protected Referral() {}

    Referral(
            ReferralId id,
            InquiryId inquiry,
            @Nullable PartnerId partner,
            @Nullable String sealedFacility,
            Reason reason,
            @Nullable StepDown stepDown,
            Instant now,
            LocalDate today) {
        if ((partner == null) == (sealedFacility == null)) {
            throw new Refusal(
                    ReferralRule.SENDER_IS_NAMED,
                    "Name one of both: a partner of the clinic, or a facility in words.",
                    List.of(new FieldError("/partner", "a partner, or else a facility")));
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
        this.partner = partner;
        this.facility = sealedFacility;
        this.reason = reason;
        this.stepDown = stepDown;
        this.receivedAt = now;
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
