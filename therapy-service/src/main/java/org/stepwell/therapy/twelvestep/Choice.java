package org.stepwell.therapy.twelvestep;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which fellowships a patient wants to be prepared for. */
@Schema(name = "FellowshipChoice")
enum Choice {
    TWELVE_STEP,
    SECULAR,
    BOTH,
    NEITHER
}
