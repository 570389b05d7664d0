package org.stepwell.aftercare.plan;

import jakarta.inject.Singleton;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.message.PatientContact;

/**
 * By which ways the patient of a plan agreed to be asked. Where nobody has asked them yet, what they said in enrollment is safe holds
 * alone; agreeing makes no way safe.
 */
@Singleton
public class AgreedChannels {

    private final AftercarePlans plans;

    AgreedChannels(AftercarePlans plans) {
        this.plans = plans;
    }

    /** Whether they agreed to this way, or were not asked yet. */
    public boolean include(AftercarePlanId plan, Channel channel) {
        var agreed = plans.of(plan).channels();
        return agreed == null || agreed.contains(channel);
    }

    /** How they may be written to: by what is safe, and agreed besides. */
    public PatientContact within(AftercarePlanId plan, PatientContact safe) {
        return new PatientContact(
                safe.language(),
                safe.zone(),
                include(plan, Channel.TEXT_MESSAGE) ? safe.phone() : null,
                include(plan, Channel.EMAIL) ? safe.email() : null,
                safe.safe(),
                safe.saying());
    }
}
