package org.stepwell.therapy.medication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a dose. */
@Schema(name = "DoseOutcome")
enum DoseOutcome {
    /** Somebody of the staff gave it, or saw it taken. */
    GIVEN,
    /** The patient got a supply for some days. */
    SUPPLIED,
    TAKEN_AS_REPORTED,
    MISSED,
    REFUSED
}
