package org.stepwell.enrollment.consent;

import org.stepwell.contracts.id.PatientId;

/** What waits by a consent of a patient is looked at again in the transaction in which what they open has changed. */
public interface OnceConsentsChanged {

    void consentsChanged(PatientId patient);
}
