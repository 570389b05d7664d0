package org.stepwell.contracts.code;

/** Why a treatment plan is to be looked at. Another level of care is another episode, which has no plan yet. */
public enum ReviewReason {
    /** The patient was admitted, and nobody has signed a plan. */
    NO_PLAN_YET,
    /** The days that the program's rules give to a plan are over. */
    PERIODIC,
    /** The patient is in another track. */
    TRACK_CHANGED,
    /** A screening or an answer warns of suicide or other danger. */
    SAFETY,
    /** Something was diagnosed since the plan was signed. */
    NEW_DIAGNOSIS,
    /** Something was found that is talked over with the patient. What, it does not say: more people read the reason than the finding. */
    CLINICAL_REVIEW
}
