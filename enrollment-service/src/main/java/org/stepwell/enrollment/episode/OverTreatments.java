package org.stepwell.enrollment.episode;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.enrollment.consent.EndedConsents;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/** When the last day of a treatment is over, the consents that end with it end; a discharge may be recorded days before. */
@Singleton
class OverTreatments implements DueDoor {

    private static final String KIND = "treatment-over";

    private final Episodes episodes;
    private final EndedConsents consents;
    private final ClinicDirectory clinics;
    private final Due due;
    private final Clock clock;

    OverTreatments(Episodes episodes, EndedConsents consents, ClinicDirectory clinics, Due due, Clock clock) {
        this.episodes = episodes;
        this.consents = consents;
        this.clinics = clinics;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        ends(episodes.of(new EpisodeId(subject)));
    }

    /** Ends them now, or on the day after the last one. */
    void ends(Episode episode) {
        var end = episode.leaving().ending();
        if (end == null || episodes.isOpen(episode.patient())) {
            return; // whoever is back ends their treatment another day
        }
        var over = end.lastDay().plusDays(1).atStartOfDay(clinics.zone()).toInstant();
        var now = clock.instant();
        if (over.isAfter(now)) {
            due.at(KIND, episode.id(), over);
        } else {
            consents.treatmentEnded(episode.patient(), now);
        }
    }
}
