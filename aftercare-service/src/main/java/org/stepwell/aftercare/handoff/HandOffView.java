package org.stepwell.aftercare.handoff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.code.RelapseTrigger;
import org.stepwell.contracts.finding.FindingEvent.MeasureScored.Subscale;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned;
import org.stepwell.contracts.therapy.TherapyFact.DischargeSummarySigned.Latest;

/** What the signed discharge summary says in codes. */
@Schema(name = "HandOffView")
record HandOffView(
        EpisodeId episode,
        LocalDate lastDay,
        DischargeReason reason,

        @Schema(description = "the level of care that is recommended, by its number", examples = "1") @Nullable
        String nextLevel,

        @Schema(description = "of the sessions that were held for the patient", examples = "85") @Nullable
        Integer attendedPercent,

        @Schema(description = "whether the patient has a plan of their own for the prevention of a relapse")
        boolean relapsePlan,

        @Schema(description = "what it names as triggers") List<RelapseTrigger> triggers,

        @Schema(description = "whether a crisis plan is written")
        boolean crisisPlan,

        @Schema(examples = "BUPRENORPHINE", description = "what they took at the end, by substance")
        List<String> medication,

        @Schema(description = "what should come next, whether it is arranged or not")
        List<NextStepKind> recommended,

        @Schema(description = "each questionnaire of the treatment, the last time")
        List<MeasureView> measures,

        Instant signedAt) {

    /** What a questionnaire came out as. */
    @Schema(name = "HandOffMeasure")
    record MeasureView(
            @Schema(examples = "PHQ-9") String instrument,
            LocalDate takenOn,
            @Schema(examples = "7") @Nullable Integer total,
            @Schema(examples = "MILD") @Nullable String band,

            @Schema(description = "where its parts stand for themselves")
            List<Subscale> parts) {

        static MeasureView of(Latest said) {
            return new MeasureView(said.instrument(), said.takenOn(), said.total(), said.band(), said.parts());
        }
    }

    static HandOffView of(DischargeSummarySigned said) {
        return new HandOffView(
                said.episode(),
                said.lastDay(),
                said.reason(),
                said.nextLevel(),
                said.attendedPercent(),
                said.relapsePlan(),
                said.triggers(),
                said.crisisPlan(),
                said.medication(),
                said.recommended(),
                said.latest().stream().map(MeasureView::of).toList(),
                said.at());
    }
}
