package org.stepwell.scheduling.enrolled;

import org.stepwell.contracts.id.ProgramId;
import org.stepwell.platform.problem.PassingTrouble;

/** The program's own event has not arrived here yet; it will, so whoever needs it waits. */
public class ProgramNotKnownYet extends PassingTrouble {

    ProgramNotKnownYet(ProgramId program) {
        super("Program %s is not known here yet; it is set up in enrollment.".formatted(program));
    }
}
