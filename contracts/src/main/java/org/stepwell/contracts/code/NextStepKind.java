package org.stepwell.contracts.code;

/** What can come after discharge. */
public enum NextStepKind {
    TWELVE_STEP_MEETING,
    SECULAR_MEETING,
    WEEKLY_THERAPY,
    /** Somebody in recovery themselves, who goes along for a while. */
    PEER_SUPPORT,
    MEDICATION,
    HOUSING,
    /** A job, or who helps to find one. */
    WORK,
    OTHER
}
