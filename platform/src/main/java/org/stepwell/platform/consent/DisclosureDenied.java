package org.stepwell.platform.consent;

import org.stepwell.contracts.privacy.PrivacyEvent.DisclosureMade;
import org.stepwell.platform.problem.Refusal;

/** Nothing is disclosed. The request is undone; that somebody asked is told once it is, and stays in the ledger. */
public final class DisclosureDenied extends Refusal {

    private final transient DisclosureMade asked;

    DisclosureDenied(Refusal because, DisclosureMade asked) {
        super(because.rule(), because.detail(), because.errors());
        this.asked = asked;
    }

    DisclosureMade asked() {
        return asked;
    }
}
