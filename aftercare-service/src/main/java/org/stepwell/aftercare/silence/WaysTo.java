package org.stepwell.aftercare.silence;

import jakarta.inject.Singleton;
import org.stepwell.aftercare.plan.AgreedChannels;
import org.stepwell.aftercare.plan.Channel;
import org.stepwell.platform.message.PatientContacts;
import org.stepwell.platform.message.PatientWays;

/** By which ways somebody from whom no check-in came may be looked for: those that are safe, and that they agreed to. */
@Singleton
class WaysTo {

    private final PatientContacts contacts;
    private final AgreedChannels agreed;

    WaysTo(PatientContacts contacts, AgreedChannels agreed) {
        this.contacts = contacts;
        this.agreed = agreed;
    }

    /** Where enrollment has told nothing of what is safe, whoever calls has to know. */
    boolean mayBeCalled(Step step) {
        return agreed.include(step.plan(), Channel.PHONE)
                && contacts.ways(step.patient()).map(PatientWays::calls).orElse(true);
    }

    /** Whether the patient's own account says that somebody would like to hear from them. */
    boolean mayReadInTheirAccount(Step step) {
        return agreed.include(step.plan(), Channel.PORTAL);
    }
}
