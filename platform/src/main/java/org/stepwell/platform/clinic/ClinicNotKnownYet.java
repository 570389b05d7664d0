package org.stepwell.platform.clinic;

import org.stepwell.contracts.id.ClinicId;
import org.stepwell.platform.problem.PassingTrouble;

/** The clinic's own event has not arrived here yet; it will, so whoever needs it waits. */
public class ClinicNotKnownYet extends PassingTrouble {

    ClinicNotKnownYet(ClinicId clinic) {
        super("Clinic %s is not known here yet; it is set up in enrollment.".formatted(clinic));
    }
}
