package org.stepwell.therapy.naloxone;

import java.time.Instant;
import org.stepwell.contracts.id.PatientId;

/** In whom an opioid was found that nobody expected; whoever keeps what was found tells it. */
public interface UnexpectedOpioids {

    /** Whether one was found, or became known, since then. */
    boolean opioids(PatientId patient, Instant since);
}
