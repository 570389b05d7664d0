package org.stepwell.therapy.measure;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.instruments.Alert;
import org.stepwell.platform.measure.MeasureView;
import org.stepwell.platform.measure.MeasureView.SaidBy;
import org.stepwell.platform.measure.Scored;

/** A questionnaire that a patient answered in an episode. */
@Entity
class Measure {

    private static final String SERVICE = "therapy";

    @EmbeddedId
    private MeasureId id;

    private PatientId patient;
    private EpisodeId episode;
    private Instant takenAt;
    private Instant recordedAt;
    private @Nullable StaffId recordedBy; // null where the patient answered in their own account
    private Scored scored;

    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    Measure(MeasureId id, Taken taken, Scored scored) {
        this.id = id;
        this.patient = taken.patient();
        this.episode = taken.episode();
        this.takenAt = taken.at();
        this.recordedAt = taken.recordedAt();
        this.recordedBy = taken.by();
        this.scored = scored;
    }

    /** Whom it is about, when it was taken, and who of the staff wrote it down when; nobody where the patient did. */
    record Taken(
            PatientId patient,
            EpisodeId episode,
            Instant at,
            @Nullable StaffId by,
            Instant recordedAt) {}

    Taken taken() {
        return new Taken(patient, episode, takenAt, recordedBy, recordedAt);
    }

    Scored scored() {
        return scored;
    }

    MeasureScored said() {
        return new MeasureScored(
                SERVICE,
                patient,
                episode,
                id,
                scored.instrument(),
                scored.instrumentVersion(),
                scored.total(),
                scored.band(),
                scored.parts(),
                takenAt,
                recordedAt);
    }

    /** The answers that may mean that somebody is in danger. */
    List<Alert> dangers() {
        return scored.dangers();
    }

    String instrument() {
        return scored.instrument();
    }

    MeasureView view() {
        return MeasureView.of(id, shown(), scored);
    }

    /** As the patient reads it. */
    MeasureView toPatient(String helpNow) {
        return MeasureView.toPatient(id, shown(), scored, helpNow);
    }

    private MeasureView.Taken shown() {
        var saidBy = recordedBy == null ? SaidBy.PATIENT : SaidBy.STAFF;
        return new MeasureView.Taken(patient, episode, takenAt, recordedBy, saidBy, recordedAt);
    }
}
