package org.stepwell.scheduling.visit;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.scheduling.enrolled.Episode;
import org.stepwell.scheduling.enrolled.Episodes;

/** To which episode the visits of a day belong: the stay, or the one after which aftercare asks for them. */
@Singleton
class WhoseVisits {

    private final Episodes episodes;
    private final NeededVisits needed;

    WhoseVisits(Episodes episodes, NeededVisits needed) {
        this.episodes = episodes;
        this.needed = needed;
    }

    /** The stay of that day; else what aftercare follows, which may be an earlier one than the last; else the last. */
    Optional<Episode> on(PatientId patient, LocalDate day) {
        var last = episodes.ofPatientOn(patient, day);
        return last.filter(episode -> episode.admittedOn(day))
                .or(() -> needed.inAftercare(patient, day).flatMap(episodes::find))
                .or(() -> last);
    }
}
