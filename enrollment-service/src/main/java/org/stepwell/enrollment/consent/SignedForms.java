package org.stepwell.enrollment.consent;

import java.time.Instant;
import org.stepwell.contracts.id.PatientId;

/** Whoever waits for a patient to sign a form about their care. */
public interface SignedForms {

    /** One more is in force. */
    void signed(PatientId patient, Instant now);
}
