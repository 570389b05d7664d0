package org.stepwell.platform.measure;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.instruments.Alert;
import org.stepwell.instruments.ScaleScore;

/** A measure as it is shown. */
@Schema(name = "Measure")
public record MeasureView(
        MeasureId id,
        PatientId patient,

        @Schema(description = "missing where it was taken before there was one") @Nullable
        EpisodeId episode,

        @Schema(examples = "PHQ-9") String instrument,
        @Schema(examples = "1") String instrumentVersion,
        Instant takenAt,
        Instant recordedAt,
        @Nullable StaffId recordedBy,

        @Schema(description = "the patient in their own account, or staff who took it with them")
        SaidBy saidBy,

        List<AnswerView> answers,

        @Schema(
                examples = "WOMEN",
                description = "the group of people for whom the total is read, where that makes a difference")
        @Nullable
        String group,

        @Schema(examples = "12", description = "missing where too many answers are") @Nullable
        Integer total,

        @Schema(examples = "MODERATE") @Nullable String band,
        boolean prorated,

        @Schema(description = "the items that were to be answered and were not")
        List<String> missing,

        @Schema(description = "what parts of the questionnaire say for themselves")
        List<ScaleView> subscales,

        List<AlertView> alerts) {

    /** Who gave the answers. */
    @Schema(name = "MeasureSaidBy")
    public enum SaidBy {
        PATIENT,
        STAFF
    }

    /** Whose it is, when it was taken, and who wrote it down when. */
    public record Taken(
            PatientId patient,
            @Nullable EpisodeId episode,
            Instant at,
            @Nullable StaffId by,
            SaidBy saidBy,
            Instant recordedAt) {}

    /** What was scored, as it is shown to staff. */
    public static MeasureView of(MeasureId id, Taken taken, Scored scored) {
        return of(id, taken, scored, scored.alerts().stream().map(AlertView::of).toList());
    }

    /** The same for the patient: what staff do about an answer is not theirs; where they may be in danger, they learn whom to call. */
    public static MeasureView toPatient(MeasureId id, Taken taken, Scored scored, String helpNow) {
        return of(
                id,
                taken,
                scored,
                scored.dangers().stream()
                        .map(alert -> new AlertView(alert.code(), alert.item(), alert.value(), helpNow))
                        .toList());
    }

    private static MeasureView of(MeasureId id, Taken taken, Scored scored, List<AlertView> alerts) {
        return new MeasureView(
                id,
                taken.patient(),
                taken.episode(),
                scored.instrument(),
                scored.instrumentVersion(),
                taken.at(),
                taken.recordedAt(),
                taken.by(),
                taken.saidBy(),
                scored.answers().stream()
                        .map(answer -> new AnswerView(answer.item(), answer.value()))
                        .toList(),
                scored.answeredFor(),
                scored.total(),
                scored.band(),
                scored.prorated(),
                scored.missing(),
                scored.subscales().stream().map(ScaleView::of).toList(),
                alerts);
    }

    /** The answer to an item. */
    @Schema(name = "MeasureAnswer")
    public record AnswerView(String item, int value) {}

    /** What a part of the questionnaire says for itself. */
    @Schema(name = "MeasureScale")
    public record ScaleView(
            @Schema(examples = "RISK") String scale,
            @Schema(examples = "9") @Nullable Integer points,
            @Schema(examples = "LOWER") @Nullable String band) {

        static ScaleView of(ScaleScore score) {
            var found = score.finding();
            return new ScaleView(score.scale(), score.points(), found == null ? null : found.code());
        }
    }

    /** An answer that can not wait, and what to do now. */
    @Schema(name = "MeasureAlert")
    public record AlertView(
            String code,
            String item,
            int value,

            @Schema(
                    examples = "Ask the C-SSRS screener in the same session.",
                    description = "of staff; the patient reads whom to call now")
            String action) {
        static AlertView of(Alert alert) {
            return new AlertView(alert.code(), alert.item(), alert.value(), alert.action());
        }
    }
}
