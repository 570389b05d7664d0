package org.stepwell.enrollment.episode;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.enrollment.program.ProgramLevel;
import org.stepwell.enrollment.program.Programs;

/** Who is in a program now, which whoever is away for a while still is, and who waits for one. */
@Singleton
public class PeopleInCare {

    private final Episodes episodes;
    private final Programs programs;

    PeopleInCare(Episodes episodes, Programs programs) {
        this.episodes = episodes;
        this.programs = programs;
    }

    /** The episode in which the patient is in; nothing where they wait or left. */
    public Optional<EpisodeId> episodeOf(PatientId patient) {
        return episodes.openOf(patient)
                .filter(open -> EpisodeStatus.IN.contains(open.status()))
                .map(Episode::id);
    }

    /** Whether the patient is in. */
    public boolean isIn(PatientId patient) {
        return episodeOf(patient).isPresent();
    }

    /** Whether the patient waits to come in. */
    public boolean waits(PatientId patient) {
        return episodes.openOf(patient)
                .filter(open -> open.status() == EpisodeStatus.WAITING)
                .isPresent();
    }

    /** Whether an episode is one of intensive outpatient care, and not of a level below or above it. */
    public boolean isIntensive(EpisodeId id) {
        return episodes.findByIdOptional(id)
                .filter(found -> programs.of(found.program()).level() == ProgramLevel.LEVEL_2_1)
                .isPresent();
    }

    /** Whether an episode is still to come or goes on. */
    public boolean isOpen(EpisodeId id) {
        return episodes.findByIdOptional(id)
                .filter(found -> EpisodeStatus.OPEN.contains(found.status()))
                .isPresent();
    }
}
