package org.stepwell.enrollment.episode;

/** Why a patient is away for a while. */
public enum HoldReason {
    ILLNESS,
    HOSPITAL,
    WITHDRAWAL_MANAGEMENT,
    FAMILY,
    WORK_OR_SCHOOL,
    TRAVEL,
    COURT_OR_JAIL,
    COVERAGE,
    OTHER
}
