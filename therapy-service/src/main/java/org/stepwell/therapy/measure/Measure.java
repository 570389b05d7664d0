package org.stepwell.therapy.measure;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.stepwell.instruments.Item;
import org.stepwell.instruments.ScaleScore;
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
    private List<ItemAnswer> answers;

    private @Nullable String answeredFor;
    private @Nullable Integer total;
    private @Nullable String band;
    private boolean prorated;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> missing;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ScaleScore> subscales;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Alert> alerts;

    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    private Measure(MeasureId id, Taken taken, Instrument questionnaire, Filled filled) {
        var score = questionnaire.score(filled.answers(), filled.group());
        this.id = id;
        this.patient = taken.patient();
        this.episode = taken.episode();
        this.instrument = questionnaire.code();
        this.instrumentVersion = questionnaire.version();
        this.takenAt = taken.at();
        this.recordedAt = taken.recordedAt();
        this.recordedBy = taken.by();
        this.answers = questionnaire.items().stream()
                .map(Item::label)
                .filter(filled.answers()::containsKey)
                .map(item -> new ItemAnswer(item, filled.answers().getOrDefault(item, 0)))
                .toList();
        this.answeredFor = filled.group();
        this.total = score.total();
        this.band = bandOf(score);
        this.prorated = score.prorated();
        this.missing = score.missing();
        this.alerts = score.alerts();
        this.subscales = score.subscales();
    }

    /** Whom it is about, when it was taken, and who wrote it down when. */
    record Taken(PatientId patient, EpisodeId episode, Instant at, StaffId by, Instant recordedAt) {}

    /** The answer to an item, in the order of the questionnaire. */
    record ItemAnswer(String item, int value) {}

    /** What was answered, and for which group of people a total is read, where that makes a difference. */
    record Filled(Map<String, Integer> answers, @Nullable String group) {}

    /** Scores the answers by the instrument's rules; refuses an answer that the instrument does not have. */
    static Measure scored(MeasureId id, Taken taken, Instrument questionnaire, Filled filled) {
        return new Measure(id, taken, questionnaire, filled);
    }

    MeasureScored said() {
        return new MeasureScored(patient, episode, id, instrument, instrumentVersion, total, band, recordedAt);
    }

    /** The answers that may mean that somebody is in danger. */
    List<Alert> dangers() {
        return alerts.stream().filter(Alert::safety).toList();
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
                answers.stream()
                        .map(answer -> new MeasureView.AnswerView(answer.item(), answer.value()))
                        .toList(),
                answeredFor,
                total,
                band,
                prorated,
                missing,
                subscales.stream().map(MeasureView.ScaleView::of).toList(),
                alerts.stream().map(MeasureView.AlertView::of).toList());
    }

    private static @Nullable String bandOf(Score score) {
        var found = score.finding();
        return found == null ? null : found.code();
    }
}
