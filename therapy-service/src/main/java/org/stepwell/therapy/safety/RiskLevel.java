package org.stepwell.therapy.safety;

/** How high the risk of suicide is: LOINC 93374-7 for the three that it has, and none where nothing was found. */
enum RiskLevel {
    NONE,
    LOW,
    MODERATE,
    HIGH;

    /** Whether it has to be looked after. */
    boolean stands() {
        return this == MODERATE || this == HIGH;
    }

    /** Whether a questionnaire came out as a risk that has to be looked after. */
    static boolean stands(String band) {
        return band.equals(MODERATE.name()) || band.equals(HIGH.name());
    }
}
