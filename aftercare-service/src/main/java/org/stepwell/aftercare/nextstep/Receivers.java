package org.stepwell.aftercare.nextstep;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.seal.Seal;

/** Who receives a patient: kept sealed, because the name of a house or a doctor says a lot. */
@Singleton
class Receivers {

    private final Seal seal;

    Receivers(Seal seal) {
        this.seal = seal;
    }

    @Nullable
    String seal(NextStepId step, @Nullable String receiver) {
        return receiver == null || receiver.isBlank()
                ? null
                : seal.seal(ClinicContext.clinic(), purpose(step), receiver);
    }

    @Nullable
    String open(NextStepId step, @Nullable String sealed) {
        return sealed == null ? null : seal.open(ClinicContext.clinic(), purpose(step), sealed);
    }

    private static String purpose(NextStepId step) {
        return "next-step-receiver/" + step;
    }
}
