package org.stepwell.aftercare.plan;

/** Why aftercare ended. */
public enum ClosingReason {
    /** The patient stays in treatment after all. */
    DISCHARGE_CANCELLED,
    /** The patient was expected in treatment, and never came. */
    NEVER_CAME,
    /** What was arranged is done. */
    COMPLETED,
    /** The patient wants no aftercare. */
    DECLINED,
    /** Nobody could be reached for a long time. */
    UNREACHABLE,
    /** The patient lives elsewhere now. */
    MOVED,
    /** The patient died. */
    DECEASED;

    /** True where somebody decides it; the others follow from what enrollment says. */
    boolean decidedByPeople() {
        return switch (this) {
            case COMPLETED, DECLINED, UNREACHABLE, MOVED, DECEASED -> true;
            case DISCHARGE_CANCELLED, NEVER_CAME -> false;
        };
    }
}
