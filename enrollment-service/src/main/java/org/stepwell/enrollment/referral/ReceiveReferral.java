package org.stepwell.enrollment.referral;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.contracts.id.ReferralId;
import org.stepwell.enrollment.inquiry.Caller;
import org.stepwell.enrollment.inquiry.InquirySource;
import org.stepwell.enrollment.inquiry.ReceiveInquiry;
import org.stepwell.enrollment.partner.Partner;
import org.stepwell.enrollment.partner.Partners;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;
import org.stepwell.platform.seal.SealedJson;

/** Takes somebody who was sent: they are called back as everybody is who asks. */
@Singleton
class ReceiveReferral {

    private final Referrals referrals;
    private final Partners partners;
    private final ReceiveInquiry inquiries;
    private final ClinicDirectory clinics;
    private final SealedJson sealed;
    private final Clock clock;

    ReceiveReferral(
            Referrals referrals,
            Partners partners,
            ReceiveInquiry inquiries,
            ClinicDirectory clinics,
            SealedJson sealed,
            Clock clock) {
        this.referrals = referrals;
        this.partners = partners;
        this.inquiries = inquiries;
        this.clinics = clinics;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** Care with a bed that somebody leaves, as it was said. */
    record Leaves(
            String level, LocalDate leavesOn, @Nullable String facility) {}

    /** A referral as it was said. */
    record Said(
            @Nullable PartnerId partner,
            @Nullable String facility,
            Referral.Reason reason,
            @Nullable Leaves leaves,
            Caller whom) {}

    Referral receive(Said said) {
        @Nullable PartnerId from = said.partner();
        @Nullable Partner partner = from == null ? null : known(from);
        var id = new ReferralId(Uuid7.next());
        var now = clock.instant();
        var inquiry = inquiries.referred(
                partner == null ? InquirySource.PROVIDER : partner.kind().source(), said.whom());
        var referral = new Referral(
                id,
                inquiry,
                new Referral.Sender(from, sealed(ReferralView.FACILITY, id, said.facility())),
                said.reason(),
                stepDown(id, said.leaves()),
                now,
                LocalDate.ofInstant(now, clinics.zone()));
        referrals.persistAndFlush(referral);
        return referral;
    }

    private Referral.@Nullable StepDown stepDown(ReferralId id, @Nullable Leaves leaves) {
        return leaves == null
                ? null
                : new Referral.StepDown(
                        leaves.level(), leaves.leavesOn(), sealed(ReferralView.LEAVES, id, leaves.facility()));
    }

    private @Nullable String sealed(String part, ReferralId id, @Nullable String words) {
        return words == null || words.isBlank() ? null : sealed.seal(part, id.value(), words);
    }

    private Partner known(PartnerId id) {
        var partner = partners.findByIdOptional(id)
                .orElseThrow(() -> new Refusal(
                        HttpRule.REFERENCE_UNKNOWN,
                        "There is no partner %s here.".formatted(id),
                        List.of(new FieldError("/partner", "a partner of this clinic"))));
        partner.mustGoOn(new FieldError("/partner", "one that we still work with"));
        return partner;
    }
}
