package org.stepwell.enrollment.referral;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;
import org.stepwell.enrollment.partner.Partner;
import org.stepwell.platform.access.Caller;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.consent.Disclosures;
import org.stepwell.platform.consent.Permit;
import org.stepwell.platform.consent.Told;

/** Tells a partner who asks how far somebody came, as far as the patient consents; of others, that the referral was received. */
@Singleton
class TellPartner {

    private final Referrals referrals;
    private final Disclosures disclosures;
    private final Caller caller;
    private final Clock clock;

    TellPartner(Referrals referrals, Disclosures disclosures, Caller caller, Clock clock) {
        this.referrals = referrals;
        this.disclosures = disclosures;
        this.caller = caller;
        this.clock = clock;
    }

    /** What may be told, and what must go with it; nothing where no more may be said than that it was received. */
    record Answer(Stage stage, Optional<Permit> permit) {
        static final Answer RECEIVED = new Answer(Stage.RECEIVED, Optional.empty());
    }

    /** Each time that more is told, the patient's ledger says so. */
    Answer tell(Referral referral, Partner partner) {
        var course = referrals.courseOf(referral);
        var patient = course.patient();
        if (patient == null) {
            return Answer.RECEIVED;
        }
        var ask = new Ask(
                patient,
                partner.recipient(),
                partner.kind().purpose(),
                course.stage().categories());
        return disclosures
                .ifPermitted(ask, Channel.API, new Told(partner.name(), partner.address()))
                .map(permit -> {
                    caller.touches(patient);
                    referrals.told(referral.id(), course.stage(), clock.instant());
                    return new Answer(course.stage(), Optional.of(permit));
                })
                .orElse(Answer.RECEIVED);
    }
}
