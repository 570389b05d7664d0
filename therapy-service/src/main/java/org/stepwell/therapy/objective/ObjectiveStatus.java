package org.stepwell.therapy.objective;

/** How far an objective has come, as the plan's version says. */
public enum ObjectiveStatus {
    NEW,
    IN_PROGRESS,
    MET,
    NOT_MET,
    GIVEN_UP;

    /** Whether it is still worked on. */
    public boolean open() {
        return this == NEW || this == IN_PROGRESS;
    }
}
