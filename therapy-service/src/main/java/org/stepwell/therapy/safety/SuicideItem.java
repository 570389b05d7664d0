package org.stepwell.therapy.safety;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.finding.SafetyRegister;

/** That a thought of death or self-harm was named stands until the suicide screener was asked that answers it. */
@Singleton
public class SuicideItem {

    /** The flag of the ninth item of the PHQ-9. */
    public static final String FLAG = "SUICIDE_ITEM";

    private final SafetyFlags flags;
    private final SafetyRegister register;
    private final SuicideScreens screens;

    SuicideItem(SafetyFlags flags, SafetyRegister register, SuicideScreens screens) {
        this.flags = flags;
        this.register = register;
        this.screens = screens;
    }

    /** A screener came out, or the item was answered: where the one answers the other, the flag is cleared. */
    public void settle(PatientId patient, Instant at) {
        flags.open(patient, FLAG)
                .filter(flag -> screens.areAskedSince(patient, flag.screenerFrom()))
                .ifPresent(flag -> register.say(flag.screened(at)));
    }
}
