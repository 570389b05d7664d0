package org.stepwell.enrollment.screening;

/** What stops an admission until a clinician has dealt with it. */
public enum HardStop {
    SUICIDE_RISK_HIGH,
    SEVERE_WITHDRAWAL,
    MEDICAL_EMERGENCY,
    UNABLE_TO_CONSENT,
    PSYCHOSIS_OR_MANIA,
    IMMINENT_VIOLENCE
}
