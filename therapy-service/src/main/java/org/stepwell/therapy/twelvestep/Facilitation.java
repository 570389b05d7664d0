package org.stepwell.therapy.twelvestep;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Presence;
import org.stepwell.therapy.roster.Stay;

/** That a session prepared a patient for a fellowship, and by which topic. */
@Entity
class Facilitation {

    @Id
    private UUID id;

    @Version
    private int version;

    @SuppressWarnings("unused") // asked for by queries alone
    private EpisodeId episode;

    @SuppressWarnings("unused") // asked for by queries alone
    private PatientId patient;

    private SessionId session;
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Topic topic;

    private StaffId recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected Facilitation() {}

    Facilitation(UUID id, Stay stay, Presence session, Topic topic, StaffId by, Instant now) {
        this.id = id;
        this.episode = stay.episode();
        this.patient = stay.patient();
        this.session = session.session();
        this.day = session.day();
        about(session, topic, by, now);
    }

    /** It was about this, whatever was recorded before. */
    final void about(Presence in, Topic said, StaffId by, Instant now) {
        if (!in.attended()) {
            throw TwelveStepRule.FACILITATED_WHERE_THEY_WERE.because(
                    "No presence at the session of %s is known in this episode.".formatted(in.day()));
        }
        topic = said;
        recordedBy = by;
        recordedAt = now;
    }

    int version() {
        return version;
    }

    FacilitationView view() {
        return new FacilitationView(session, day, topic, topic.kind(), recordedBy, recordedAt, version);
    }
}
