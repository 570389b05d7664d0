package org.stepwell.therapy.twelvestep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Stay;

/**
 * That a patient tells something of themselves.
 *
 * @param writtenBy who of the staff wrote it down; null where the patient did
 */
record Told(Stay stay, @Nullable StaffId writtenBy, Instant at) {

    Told {
        if (stay.isOver()) {
            throw TwelveStepRule.TOLD_WHILE_IN.because(
                    "The last day was %s. What comes after it is told in aftercare.".formatted(stay.lastDay()));
        }
    }
}
