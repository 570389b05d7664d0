package org.stepwell.therapy.outreach;

/** Why a step is asked for. */
enum Because {
    MISSED,
    SECOND_IN_A_WEEK,
    SUICIDE_RISK,
    OPIOIDS_FOUND,
    THREE_IN_A_ROW,
    ATTENDED_TOO_LITTLE,
    NO_CONTACT
}
