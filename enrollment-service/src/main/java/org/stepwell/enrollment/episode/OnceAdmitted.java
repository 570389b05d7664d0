package org.stepwell.enrollment.episode;

import java.time.Instant;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** What somebody sees to once a patient is in; nothing of it keeps anybody out. */
public interface OnceAdmitted {

    /** The patient is in, in the transaction of the admission. */
    void admitted(PatientId patient, EpisodeId episode, Instant now);

    /** They never came: nobody sees to it any more. */
    void neverCame(PatientId patient, EpisodeId episode, Instant now);
}
