package org.stepwell.enrollment.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.stepwell.contracts.id.PartnerId;
import org.stepwell.platform.seal.Digests;
import org.stepwell.platform.seal.SealedJson;

/** Takes a referral from a partner's own system: one number of theirs is one referral, however often it is sent. */
@Singleton
class PartnerRefers {

    private final ReceiveReferral reception;
    private final Referrals referrals;
    private final Digests digests;
    private final SealedJson sealed;
    private final ObjectMapper json;

    PartnerRefers(
            ReceiveReferral reception, Referrals referrals, Digests digests, SealedJson sealed, ObjectMapper json) {
        this.reception = reception;
        this.referrals = referrals;
        this.digests = digests;
        this.sealed = sealed;
        this.json = json;
    }

    /**
     * A referral that a partner's system sent.
     *
     * @param anew false where it was sent before, in the same words
     */
    record Received(Referral referral, boolean anew) {}

    /** The number is no patient's name, but a house that keeps it may know whom it means: it is found by a keyed digest. */
    Received receive(PartnerId partner, String reference, ReceiveReferral.Said said) {
        var digest = digests.of("referral-reference").of(reference);
        var form = digests.of("referral-form").of(written(said));
        var asked = new Referral.OwnNumber("", digest, form);
        var before = referrals.ofPartner(partner, asked);
        if (before.isPresent()) {
            before.get().mustBeTheSameAs(asked);
            return new Received(before.get(), false);
        }
        var referral = reception.receive(said);
        referral.calledByPartner(new Referral.OwnNumber(
                sealed.seal(ReferralView.REFERENCE, referral.id().value(), reference), digest, form));
        referrals.flush();
        return new Received(referral, true);
    }

    private String written(ReceiveReferral.Said said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a referral could not be written", e);
        }
    }
}
