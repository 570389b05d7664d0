package org.stepwell.enrollment.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.ReferralId;
import org.stepwell.platform.consent.Permit;
import org.stepwell.platform.seal.SealedJson;

/** Somebody whom a partner sent, as the partner may know it: what it said itself, and what it may be told. */
@Schema(name = "PartnerReferral")
record PartnerReferralView(
        ReferralId id,

        @Schema(description = "your number; none where you called, and the clinic noted it", examples = "R-2026-0417")
        @Nullable
        String reference,

        Referral.Reason reason,
        @Schema(examples = "3.7") @Nullable String leavesLevel,
        @Schema(examples = "2026-03-02") @Nullable LocalDate leavesOn,

        @Schema(examples = "Harbor General, detox unit") @Nullable
        String leavesFacility,

        Instant receivedAt,

        @Schema(description = "RECEIVED, unless the patient's consent lets you know more")
        Stage stage,

        @Schema(description = "by what right you know more, and what binds you") @Nullable
        Terms terms) {

    /** What goes with an answer that tells more, 42 CFR 2.32: the notice, and the scope of the consent. */
    @Schema(name = "PartnerReferralTerms")
    record Terms(
            @Schema(description = "the entry in the patient's ledger")
            UUID disclosure,

            Set<DataCategory> categories,
            DisclosurePurpose purpose,
            ConsentId consent,

            @Schema(description = "until when the consent stands") @Nullable
            Instant until,

            @Schema(
                    description = "what the consent opens, in words",
                    examples = "In force since 2026-03-02T14:00:00Z, for treatment; it opens presence.")
            String scope,

            String notice) {
        static Terms of(Permit permit) {
            return new Terms(
                    permit.disclosure(),
                    permit.categories(),
                    permit.purpose(),
                    permit.consent().id(),
                    permit.consent().until(),
                    permit.consent().inWords(),
                    permit.notice());
        }
    }

    /** A line in a list: what the partner said itself. */
    @Schema(name = "PartnerReferralLine")
    record Line(
            ReferralId id,
            @Schema(examples = "R-2026-0417") @Nullable String reference,
            Referral.Reason reason,
            Instant receivedAt) {
        static Line of(Referral referral, SealedJson sealed) {
            return new Line(referral.id(), numberOf(referral, sealed), referral.reason(), referral.receivedAt());
        }
    }

    static PartnerReferralView of(Referral referral, TellPartner.Answer answer, SealedJson sealed) {
        var stepDown = referral.stepDown();
        return new PartnerReferralView(
                referral.id(),
                numberOf(referral, sealed),
                referral.reason(),
                stepDown == null ? null : stepDown.level(),
                stepDown == null ? null : stepDown.leavesOn(),
                stepDown == null
                        ? null
                        : ReferralView.words(sealed, ReferralView.LEAVES, referral, stepDown.sealedFacility()),
                referral.receivedAt(),
                answer.stage(),
                answer.permit().map(Terms::of).orElse(null));
    }

    private static @Nullable String numberOf(Referral referral, SealedJson sealed) {
        return ReferralView.words(sealed, ReferralView.REFERENCE, referral, referral.sealedReference());
    }
}
