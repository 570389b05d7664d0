package org.stepwell.therapy.formulary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a medication is given for. */
@Schema(name = "MedicationIndication")
public enum Indication {
    OPIOID_USE_DISORDER,
    ALCOHOL_USE_DISORDER
}
