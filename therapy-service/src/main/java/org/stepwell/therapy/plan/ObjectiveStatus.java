package org.stepwell.therapy.plan;

/** How far an objective has come, as the plan's version says. */
enum ObjectiveStatus {
    NEW,
    IN_PROGRESS,
    MET,
    NOT_MET,
    GIVEN_UP
}
