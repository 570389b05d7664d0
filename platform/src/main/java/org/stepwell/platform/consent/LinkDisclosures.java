package org.stepwell.platform.consent;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade.Channel;

/** Lets out what a secret link opens, by the consent by which it was written; after a no, the link is like one that never was. */
@Singleton
public class LinkDisclosures {

    private final Disclosures disclosures;

    LinkDisclosures(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    /**
     * May the holder of a link see this? Otherwise 404 where no consent opens it, and 503 where this service can not know. The
     * transaction goes on after a 404: the no stands in the ledger.
     *
     * @param by is asked once the patient's consents can not change any more
     * @param keptAnew whether a no stands in the ledger: once a day, so that whoever holds a link that died can not fill it
     */
    public Permit permit(Supplier<ConsentId> by, Ask ask, Told told, BooleanSupplier keptAnew) {
        try {
            return disclosures.permitBy(by, ask, Channel.LINK, told);
        } catch (DisclosureDenied denied) {
            if (denied.rule() != DisclosureRule.NO_CONSENT_IN_FORCE) {
                throw denied;
            }
            if (keptAnew.getAsBoolean()) {
                disclosures.stands(denied);
            }
            throw new NotFoundException();
        }
    }
}
