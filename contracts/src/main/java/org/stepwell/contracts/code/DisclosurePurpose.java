package org.stepwell.contracts.code;

/** Why something is disclosed, as a consent states it, 42 CFR 2.31(a)(5). */
public enum DisclosurePurpose {
    TREATMENT,
    PAYMENT,
    HEALTH_CARE_OPERATIONS,
    /** The patient asks for it and need not say why. */
    AT_PATIENT_REQUEST,
    SUPPORT,
    HOUSING,
    EMPLOYMENT,
    /** A court, probation or parole made treatment a condition, 42 CFR 2.35. */
    CRIMINAL_JUSTICE,
    /** Proceedings against the patient, 42 CFR 2.31(d). */
    LEGAL_PROCEEDINGS;

    /** Treatment, payment or health care operations: one consent may cover all three. */
    public boolean ofCare() {
        return switch (this) {
            case TREATMENT, PAYMENT, HEALTH_CARE_OPERATIONS -> true;
            case AT_PATIENT_REQUEST, SUPPORT, HOUSING, EMPLOYMENT, CRIMINAL_JUSTICE, LEGAL_PROCEEDINGS -> false;
        };
    }
}
