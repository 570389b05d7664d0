package org.stepwell.therapy.safety;

/** What came of looking after a patient with a flag. */
enum Disposition {
    NO_ACUTE_RISK,
    SAFETY_PLAN_IN_PLACE,
    HIGHER_LEVEL_OF_CARE,
    EMERGENCY_CARE,
    /** The suicide screener was asked, and says itself what it found: nobody says so. */
    SCREENER_TAKEN
}
