package org.stepwell.therapy.safety;

import org.stepwell.contracts.id.PatientId;

/** Whoever looks for patients who stay away hears at once that one may be in danger, whether by what was said or by what was found. */
public interface Alarm {

    /** Something became known of a patient that may be a danger; it may be known already. */
    void about(PatientId patient);
}
