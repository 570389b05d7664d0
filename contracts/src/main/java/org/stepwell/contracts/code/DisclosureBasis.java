package org.stepwell.contracts.code;

/** By what right something is disclosed. */
public enum DisclosureBasis {
    /** The patient's written consent, 42 CFR 2.31. */
    CONSENT,
    /** A bona fide medical emergency in which consent can not be had before, 42 CFR 2.51. */
    MEDICAL_EMERGENCY,
    /** An audit or evaluation of the program, under a written agreement, 42 CFR 2.53. */
    AUDIT_AND_EVALUATION,
    /** A qualified service organization that serves the program under a written agreement, 42 CFR 2.11 and 2.12(c)(4). */
    QUALIFIED_SERVICE_ORGANIZATION,
    /** An order of a court under 42 CFR part 2, subpart E; a subpoena alone is none. */
    COURT_ORDER
}
