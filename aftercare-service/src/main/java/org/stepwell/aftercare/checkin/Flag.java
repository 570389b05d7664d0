package org.stepwell.aftercare.checkin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands out in a check-in. */
@Schema(name = "CheckInFlag")
enum Flag {
    /** Thoughts of suicide. */
    SUICIDE,
    /** Any use since the last check-in. */
    USE,
    /** Use of opioids, where tolerance lost in treatment makes a lapse deadly. */
    OPIOID_USE,
    /** Medication for the disorder is not taken any more. */
    MOUD_STOPPED,
    /** Risk factors of 12 or more, or 4 more than the mean of the last four weeks. */
    RISK,
    /** Protective factors of 12 or less, or 4 less than the mean of the last four weeks. */
    PROT,
    /** Cravings of 3 or 4. */
    CRAVING,
    /** The week before went by without a check-in. */
    MISSED,
    /** The place to live was lost. */
    HOUSING_LOSS,
    /** Recorded after its window; says something about the calendar, not about the patient, so it raises no level. */
    LATE
}
