package org.stepwell.therapy.notetext;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which danger to the patient or others was noted in a session. The coding is our own, and no screening. */
@Schema(name = "RiskNoted")
public enum RiskNoted {
    NONE_NOTED,
    CONCERN_RAISED,
    ACUTE;

    /** Whether it has to be said what it was. */
    boolean needsWords() {
        return this != NONE_NOTED;
    }
}
