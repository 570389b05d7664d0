package org.stepwell.enrollment.patient;

import java.time.Instant;
import org.stepwell.contracts.id.PatientId;

/** Who keeps something that other services hold a copy of, by patient: it is told anew once two records are one. */
public interface OnceMerged {

    /** What the duplicate had is the survivor's now, in the transaction of the merge. */
    void merged(PatientId survivor, PatientId duplicate, Instant now);
}
