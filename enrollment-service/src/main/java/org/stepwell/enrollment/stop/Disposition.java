package org.stepwell.enrollment.stop;

/** What was done about a finding. */
public enum Disposition {
    ASSESSED_SAFETY_PLAN_MADE(true),
    MEDICALLY_CLEARED(true),
    PSYCHIATRICALLY_CLEARED(true),
    RESOLVED_SOBER(true),
    OF_AGE(true),
    RESOLVED(true),
    /** The suicide screener was asked; it says itself what it found. */
    SCREENER_TAKEN(false),
    /** A diagnosis that qualifies stands on record. */
    DIAGNOSIS_MADE(false),
    /** The payer approved care, and that stands on record. */
    AUTHORIZED(false),
    /** They were admitted to a program for which it is no stop: another level of care, or one for adolescents. */
    FITS_PROGRAM(false),
    /** The birth date on record says that they are of age by now. */
    GROWN_UP(false),
    /** Whoever pays now approves nothing in advance, or the patient pays alone. */
    APPROVAL_NOT_NEEDED(false);

    private final boolean said;

    Disposition(boolean said) {
        this.said = said;
    }

    /** Whether somebody says so; else it follows from what was done. */
    boolean said() {
        return said;
    }
}
