package org.stepwell.contracts.code;

/** Where a next step stands; only an accepted one opens the door to discharge. */
public enum NextStepStatus {
    PROPOSED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN
}
