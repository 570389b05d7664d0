package org.stepwell.scheduling.fidelity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a week will end, as far as it can be said while it can still be saved. */
@Schema(name = "WeekForecast")
public enum Forecast {
    /** What was attended is enough. */
    MET,
    /** It is, once the patient has used the seats they have. */
    ON_COURSE,
    /** Their seats are too few, and sessions with places could still make up for it. */
    AT_RISK,
    /** Nothing on the calendar makes up for it any more. */
    CANNOT_BE_MET
}
