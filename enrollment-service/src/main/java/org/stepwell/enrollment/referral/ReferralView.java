package org.stepwell.enrollment.referral;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.InquiryId;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ReferralId;
import org.stepwell.platform.seal.SealedJson;

/** Somebody who was sent, and how far they came. */
@Schema(name = "ReferralView")
record ReferralView(
        ReferralId id,

        @Schema(description = "the first call that came of it, which says who it is")
        InquiryId inquiry,

        @Nullable PartnerId partner,

        @Schema(examples = "Harbor General, ward 4") @Nullable
        String facility,

        Referral.Reason reason,
        @Schema(examples = "3.5") @Nullable String leavesLevel,
        @Schema(examples = "2026-03-02") @Nullable LocalDate leavesOn,

        @Schema(description = "the house they leave, where it was said", examples = "Harbor General, detox unit")
        @Nullable
        String leavesFacility,

        Stage stage,
        @Nullable PatientId patient,
        Instant receivedAt,

        @Schema(description = "how far it had come when the sender was told") @Nullable
        Stage reported,

        @Nullable Instant reportedAt) {

    static final String FACILITY = "referral-facility";
    static final String LEAVES = "referral-leaves";
    static final String REFERENCE = "referral-reference";

    static ReferralView of(Referral referral, Referrals.Course course, SealedJson sealed) {
        var stepDown = referral.stepDown();
        return new ReferralView(
                referral.id(),
                referral.inquiry(),
                referral.partner(),
                words(sealed, FACILITY, referral, referral.sealedFacility()),
                referral.reason(),
                stepDown == null ? null : stepDown.level(),
                stepDown == null ? null : stepDown.leavesOn(),
                stepDown == null ? null : words(sealed, LEAVES, referral, stepDown.sealedFacility()),
                course.stage(),
                course.patient(),
                referral.receivedAt(),
                referral.reported(),
                referral.reportedAt());
    }

    /** What was sealed for a part of the referral. */
    static @Nullable String words(SealedJson sealed, String part, Referral referral, @Nullable String kept) {
        return kept == null ? null : sealed.open(part, referral.id().value(), kept, String.class);
    }
}
