package org.stepwell.platform.access;

import org.stepwell.contracts.id.PatientId;

/** The patients a service knows at the caller's clinic. Each service has one of these, over its own table. */
public interface PatientsHere {

    /** Fails with 404 where the clinic has no such patient. */
    void mustKnow(PatientId patient);
}
