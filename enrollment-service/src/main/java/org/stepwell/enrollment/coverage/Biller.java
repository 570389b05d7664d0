package org.stepwell.enrollment.coverage;

import java.time.Instant;
import org.stepwell.contracts.id.PatientId;

/** Whoever bills, and hears in the same transaction that it is another one who pays. */
public interface Biller {

    /** A coverage of the patient was entered or changed. */
    void coverageChanged(PatientId patient, Instant now);
}
