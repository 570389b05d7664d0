package org.stepwell.enrollment.episode;

import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** When patients were last here, as far as attendance was heard of. */
public interface LastVisits {

    /** The last day of an episode on which somebody was in a session; nothing where they never were. */
    Optional<LocalDate> of(PatientId patient, EpisodeId episode);
}
