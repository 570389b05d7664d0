package org.stepwell.therapy.medication;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an order was stopped. */
@Schema(name = "MedicationStopReason")
enum StopReason {
    PATIENT_WISH,
    SIDE_EFFECTS,
    NOT_EFFECTIVE,
    /** Another order goes on in its place. */
    REPLACED,
    CONTRAINDICATED,
    NOT_NEEDED,
    NOT_AVAILABLE,
    /** Somebody else prescribes it from now on. */
    TRANSFERRED,
    OTHER
}
