package org.stepwell.enrollment.measure;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.measure.MeasureView;
import org.stepwell.platform.measure.MeasureView.SaidBy;
import org.stepwell.platform.measure.Scored;

/** A questionnaire that a patient answered at intake. */
@Entity
class Measure {

    static final String SERVICE = "enrollment";

    @EmbeddedId
    private MeasureId id;

    private PatientId patient;
    private Instant takenAt;
    private Instant recordedAt;

    /** Null where whoever wrote it down is not on the staff's list; the audit knows them. */
    private @Nullable StaffId recordedBy;

    private Scored scored;

    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    Measure(MeasureId id, MeasureView.Taken taken, Scored scored) {
        this.id = id;
        this.patient = taken.patient();
        this.takenAt = taken.at();
        this.recordedAt = taken.recordedAt();
        this.recordedBy = taken.by();
        this.scored = scored;
    }

    MeasureScored said() {
        return new MeasureScored(
                SERVICE,
                patient,
                null,
                id,
                scored.instrument(),
                scored.instrumentVersion(),
                scored.total(),
                scored.band(),
                scored.parts(),
                takenAt,
                recordedAt);
    }

    MeasureId id() {
        return id;
    }

    Instant takenAt() {
        return takenAt;
    }

    Scored scored() {
        return scored;
    }

    MeasureView view() {
        return MeasureView.of(
                id, new MeasureView.Taken(patient, null, takenAt, recordedBy, SaidBy.STAFF, recordedAt), scored);
    }
}
