package org.stepwell.platform.audit;

import org.stepwell.platform.problem.PassingTrouble;

/** The audit does not take its row; what nobody can look up afterwards is not done and not shown. */
class AuditUnwritable extends PassingTrouble {

    AuditUnwritable(Throwable cause) {
        super("The audit can not be written, and nothing is done without it.");
        initCause(cause);
    }
}
