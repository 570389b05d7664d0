package org.stepwell.therapy.measure;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.therapy.TherapyFact.MeasureScored;
import org.stepwell.instruments.Alert;
import org.stepwell.instruments.Instrument;
import org.stepwell.instruments.Score;

/** A questionnaire that a patient answered, with the score its instrument gave at the time. */
@Entity
class Measure {

    @EmbeddedId
    private MeasureId id;

    private PatientId patient;
    private EpisodeId episode;
    private String instrument;
    private String instrumentVersion;
    private Instant takenAt;
    private Instant recordedAt;
    private StaffId recordedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<Integer, Integer> answers;

    private @Nullable Integer total;
    private @Nullable String band;
    private boolean prorated;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Integer> missing;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Alert> alerts;

    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    private Measure(MeasureId id, Taken taken, Instrument questionnaire, Map<Integer, Integer> answers) {
        var score = questionnaire.score(answers);
        this.id = id;
        this.patient = taken.patient();
        this.episode = taken.episode();
        this.instrument = questionnaire.code();
        this.instrumentVersion = questionnaire.version();
        this.takenAt = taken.at();
        this.recordedAt = taken.recordedAt();
        this.recordedBy = taken.by();
        this.answers = new TreeMap<>(answers);
        this.total = score.total();
        this.band = bandOf(score);
        this.prorated = score.prorated();
        this.missing = score.missing();
        this.alerts = score.alerts();
    }

    /** Whom it is about, when it was taken, and who wrote it down when. */
    record Taken(PatientId patient, EpisodeId episode, Instant at, StaffId by, Instant recordedAt) {}

    /** Scores the answers by the instrument's rules; refuses an answer that the instrument does not have. */
    static Measure scored(MeasureId id, Taken taken, Instrument questionnaire, Map<Integer, Integer> answers) {
        return new Measure(id, taken, questionnaire, answers);
    }

    MeasureScored said() {
        return new MeasureScored(patient, episode, id, instrument, instrumentVersion, total, band, recordedAt);
    }

    MeasureView view() {
        return new MeasureView(
                id,
                patient,
                episode,
                instrument,
                instrumentVersion,
                takenAt,
                recordedAt,
                recordedBy,
                answers.entrySet().stream()
                        .map(answer -> new MeasureView.AnswerView(answer.getKey(), answer.getValue()))
                        .toList(),
                total,
                band,
                prorated,
                missing,
                alerts.stream()
                        .map(alert ->
                                new MeasureView.AlertView(alert.code(), alert.item(), alert.value(), alert.action()))
                        .toList());
    }

    private static @Nullable String bandOf(Score score) {
        var found = score.band();
        return found == null ? null : found.code();
    }
}
