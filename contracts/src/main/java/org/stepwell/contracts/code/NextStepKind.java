package org.stepwell.contracts.code;

/** What can come after discharge. */
public enum NextStepKind {
    TWELVE_STEP_MEETING,
    SECULAR_MEETING,
    WEEKLY_THERAPY,
    MEDICATION,
    HOUSING,
    OTHER
}
