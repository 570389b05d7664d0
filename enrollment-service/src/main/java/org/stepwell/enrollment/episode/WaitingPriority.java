package org.stepwell.enrollment.episode;

/**
 * Who comes first among those who wait. The first three are the order that goes with the federal block grant, 45 CFR 96.131(a) and
 * 96.126(b); who leaves an inpatient program comes before the others, because the first weeks count.
 */
public enum WaitingPriority {
    PREGNANT_AND_INJECTING,
    PREGNANT,
    INJECTING,
    LEAVING_INPATIENT_CARE,
    ROUTINE
}
