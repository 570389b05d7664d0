package org.stepwell.enrollment.screening;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.enrollment.stop.Stop;

/** A screening as it is shown: its inputs, the suggestion with the rule that fired, and what a clinician decided. */
@Schema(name = "ScreeningView")
record ScreeningView(
        ScreeningId id,
        PatientId patient,
        String edition,
        Dimensions dimensions,

        @Schema(description = "withdrawal can be managed daily without admission", examples = "false")
        boolean ambulatoryWithdrawalManagement,

        @Schema(examples = ScreeningView.ONLY) String note,

        @Schema(description = "suggested level for clinician review; none while an emergency or a crisis stands")
        @Nullable
        String suggestedLevel,

        @Schema(
                description = "more intensive levels that the same rule suggests; deciding one of them needs no reason",
                examples = "[\"3.5\"]")
        List<String> alsoSuggested,

        @Schema(description = "the rule of the suggestion", examples = "R7")
        String firedRule,

        @Schema(examples = "At least one dimension is at moderate risk or more: intensive outpatient.")
        String because,

        @Schema(description = "the rule that fired when they were screened, whatever stands now", examples = "R7")
        String firedThen,

        @Schema(description = "what was suggested when they were screened", examples = "2.1") @Nullable
        String suggestedThen,

        @Schema(description = "what stops the patient's admission now; the patient's findings have it all")
        Set<Stop> openStops,

        @Schema(
                description = "safety flags of other services that stand now, and who clears them",
                examples = "[\"SUICIDE_RISK_HIGH (therapy)\"]")
        List<String> openElsewhere,

        @Nullable DecisionView decided,
        String screenedBy,
        Instant screenedAt) {

    static final String ONLY = "Suggested level for clinician review. It places nobody.";

    /** What a clinician decided. */
    @Schema(name = "LevelDecision")
    record DecisionView(
            @Schema(examples = "2.1") String level,

            @Schema(examples = "She has a strong support system and came through the last year well.") @Nullable
            String reason,

            String by,
            Instant at) {}

    /**
     * As it is shown now.
     *
     * @param reason of the decision, opened; null where there is none, or the reader may not read it
     */
    static ScreeningView of(Screening screening, Standing now, @Nullable String reason) {
        var suggestion = screening.suggestion(now.crisis());
        var levels = suggestion.levels();
        var decision = screening.decision();
        return new ScreeningView(
                screening.id(),
                screening.patient(),
                screening.edition(),
                screening.dimensions(),
                screening.withdrawalManaged(),
                ONLY,
                levels.stream().findFirst().orElse(null),
                levels.stream().skip(1).toList(),
                suggestion.name(),
                suggestion.because(),
                screening.firedRule().name(),
                screening.suggestedLevel(),
                now.stops(),
                now.flags(),
                decision == null ? null : new DecisionView(decision.level(), reason, decision.by(), decision.at()),
                screening.screenedBy(),
                screening.screenedAt());
    }
}
