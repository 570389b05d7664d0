package org.stepwell.aftercare.plan;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.stepwell.contracts.id.AftercarePlanId;

/** By which ways the patient of a plan agreed to be asked. */
@Singleton
public class AgreedChannels {

    private final AftercarePlans plans;

    AgreedChannels(AftercarePlans plans) {
        this.plans = plans;
    }

    /** Those they agreed to, which may be none; nothing where nobody has asked them yet. */
    public Optional<Set<Channel>> of(AftercarePlanId plan) {
        return Optional.ofNullable(plans.of(plan).channels());
    }
}
