package org.stepwell.contracts.code;

/** A kind of information about a patient that a consent may open, and that a disclosure names. */
public enum DataCategory {
    /** That the person is or was a patient at all. */
    PRESENCE,
    /** Name, birth date, address, phone. */
    DEMOGRAPHICS,
    ATTENDANCE,
    ASSESSMENT,
    DIAGNOSIS,
    TREATMENT_PLAN,
    PROGRESS,
    MEDICATION,
    TEST_RESULTS,
    DISCHARGE_SUMMARY,
    AFTERCARE,
    BILLING,
    /** A clinician's own analysis of what was said in counseling; opened by a consent of its own, 42 CFR 2.31(b). */
    COUNSELING_NOTES
}
