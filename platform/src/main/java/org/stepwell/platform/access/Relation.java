package org.stepwell.platform.access;

/** How somebody stands to a record. */
public enum Relation {
    /** Works at the clinic the record belongs to. */
    CLINIC,
    /** Belongs to the patient's care team. */
    CARE_TEAM,
    /** Works at the clinic, and nobody treats the patient yet, or intake screens them anew after their care was over. */
    UNASSIGNED,
    /** Opened the record in an emergency and said why, for an hour. */
    BREAK_GLASS,
    /** Leads the session the record is about. */
    FACILITATES,
    /** Wrote what is kept apart, or is the supervisor whom its author named on it. */
    AUTHOR,
    /** Is the patient the record is about. */
    OWN,
    /** Asks for the partner whose doing the record is, over a service account. */
    PARTNER
}
