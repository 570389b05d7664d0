package org.stepwell.therapy.handoff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why questionnaires of the end were not taken. */
@Schema(name = "LastMeasuresWaiver")
enum MeasuresWaiver {
    /** They left without another visit. */
    LEFT,
    NO_CONTACT,
    INCARCERATED,
    DIED,
    /** They were asked, and would not. */
    DECLINED
}
