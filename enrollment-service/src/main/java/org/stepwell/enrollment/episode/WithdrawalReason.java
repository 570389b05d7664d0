package org.stepwell.enrollment.episode;

/** Why somebody who waited, or was admitted, does not come. */
public enum WithdrawalReason {
    FOUND_CARE_ELSEWHERE,
    NEEDS_ANOTHER_LEVEL,
    CHANGED_THEIR_MIND,
    NOT_COVERED,
    NO_CONTACT,
    INCARCERATED,
    DECEASED,
    ENTERED_WRONGLY,
    OTHER,
    /** Nobody said. */
    UNKNOWN
}
