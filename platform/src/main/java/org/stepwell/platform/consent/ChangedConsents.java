package org.stepwell.platform.consent;

import org.stepwell.contracts.id.PatientId;

/** What wants to know of each change of what a patient's consents open, such as a revocation, once it is in force here. */
public interface ChangedConsents {

    /** Something else is open than before; the same change may be told more than once. Heartbeats wait, so it is short. */
    void changed(PatientId patient);
}
