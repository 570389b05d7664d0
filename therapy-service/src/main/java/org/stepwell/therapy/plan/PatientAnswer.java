package org.stepwell.therapy.plan;

/** What came of asking the patient to sign their plan. */
enum PatientAnswer {
    /** By the patient, in their own account. */
    SIGNED,
    /** On paper, which lies in the chart. */
    SIGNED_ON_PAPER,
    /** The patient was asked and would not; the plan holds, and says so. */
    DECLINED
}
