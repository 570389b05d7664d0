package org.stepwell.enrollment.episode;

/** Why a treatment goes on beyond the day it was meant to end. */
public enum StayReason {
    GOALS_NOT_MET,
    RELAPSED,
    SYMPTOMS_WORSE,
    SESSIONS_MISSED,
    NEXT_STEP_NOT_READY,
    OTHER
}
