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
