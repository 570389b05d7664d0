package org.stepwell.therapy.trend;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.therapy.trend.Expectation.State;

/** Whether a questionnaire of an episode moves as one may expect; it turns, and turns back. */
@Entity
@Table(name = "measure_track")
class Track {

    @Id
    private UUID id;

    @Version
    private int version;

    private EpisodeId episode;
    private PatientId patient;

    private String instrument;

    private @Nullable Instant offSince;

    @SuppressWarnings("NullAway.Init")
    protected Track() {}

    Track(UUID id, EpisodeId episode, PatientId patient, String instrument) {
        this.id = id;
        this.episode = episode;
        this.patient = patient;
        this.instrument = instrument;
    }

    /** How it goes now; true where that is another way than before. */
    boolean turns(State state, Instant at) {
        boolean off = state == State.NOT_ON_TRACK;
        if (off == (offSince != null)) {
            return false;
        }
        offSince = off ? at : null;
        return true;
    }

    TrackId id() {
        return new TrackId(id);
    }

    EpisodeId episode() {
        return episode;
    }

    PatientId patient() {
        return patient;
    }

    String instrument() {
        return instrument;
    }

    @Nullable
    Instant offSince() {
        return offSince;
    }
}
