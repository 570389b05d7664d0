package org.stepwell.enrollment.partner;

/** What an agreement lets a partner do over its service account. */
public enum AgreementLets {
    /** Send people, and read back what it sent. */
    REFER,
    /** See which tracks have free places. */
    READ_PLACES
}
