package org.stepwell.enrollment;

import jakarta.inject.Singleton;
import org.stepwell.contracts.privacy.PrivacyEvent;
import org.stepwell.contracts.privacy.PrivacyEvent.ConsentApplied;
import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.enrollment.consent.Register;
import org.stepwell.enrollment.ledger.Ledger;
import org.stepwell.platform.event.Envelope;
import org.stepwell.platform.event.Listener;

/** What enrollment hears from all services about consents in force and disclosures made. */
@Singleton
class PrivacyListener implements Listener<PrivacyEvent> {

    private final Register register;
    private final Ledger ledger;

    PrivacyListener(Register register, Ledger ledger) {
        this.register = register;
        this.ledger = ledger;
    }

    @Override
    public Class<PrivacyEvent> publisher() {
        return PrivacyEvent.class;
    }

    @Override
    public void on(PrivacyEvent event, Envelope envelope) {
        switch (event) {
            case ConsentApplied applied -> register.applied(applied);
            case DisclosureMade made -> ledger.made(made, envelope.actor());
        }
    }
}
