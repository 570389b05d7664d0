package org.stepwell.therapy.telling;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Stay;

/**
 * That a patient tells something of themselves while they are in the program.
 *
 * @param writtenBy who of the staff wrote it down; null where the patient did
 */
public record Told(Stay stay, @Nullable StaffId writtenBy, Instant at) {

    public Told {
        if (stay.isOver()) {
            throw TellingRule.TOLD_WHILE_IN.because(
                    "The last day was %s. What comes after it is told in aftercare.".formatted(stay.lastDay()));
        }
    }

    /** What day it is at the clinic. */
    public LocalDate today() {
        return stay.today();
    }
}
