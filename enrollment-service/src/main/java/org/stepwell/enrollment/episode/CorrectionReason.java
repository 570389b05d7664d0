package org.stepwell.enrollment.episode;

/** Why it is said anew how an episode ended. */
public enum CorrectionReason {
    ENTERED_WRONGLY,
    LEARNED_LATER
}
