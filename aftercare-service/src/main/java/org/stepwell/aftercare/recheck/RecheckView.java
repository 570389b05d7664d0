package org.stepwell.aftercare.recheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.RecheckId;
import org.stepwell.contracts.id.StaffId;

/** A quarterly recheck: when it is asked for, what was answered, and what that comes to. */
@Schema(name = "RecheckView")
record RecheckView(
        RecheckId id,
        AftercarePlanId plan,

        @Schema(description = "which quarter after the last day in the program, of eight", examples = "1")
        int number,

        @Schema(examples = "2026-06-02") LocalDate dueOn,

        @Schema(description = "answered from this day on", examples = "2026-05-19")
        LocalDate opensOn,

        @Schema(description = "answered until this day", examples = "2026-07-02")
        LocalDate lastDay,

        Recheck.Status status,
        @Nullable Answered answers,
        Verdict.@Nullable Need need,

        @Schema(description = "the need as a sentence", examples = "Offer treatment now.") @Nullable
        String meaning,

        List<TriggerView> triggers,
        Recheck.@Nullable By answeredBy,
        @Nullable Instant answeredAt,
        @Nullable Ended endedBecause,

        @Schema(description = "why, where the staff ended it", examples = "Lives with family in another state now.")
        @Nullable
        String endedReason,

        @Schema(description = "who of the staff ended it; missing where the patient did, or where it followed")
        @Nullable
        StaffId endedBy,

        @Nullable Instant endedAt) {

    /** The answers as they were given. */
    @Schema(name = "RecheckAnswers")
    record Answered(
            @Schema(examples = "2") int useDays,
            @Schema(examples = "0") int intoxicatedDays,
            boolean failedResponsibilities,
            boolean problems,
            boolean withdrawal,
            boolean wantsTreatment,
            boolean inTreatment,
            boolean inJail) {

        static Answered of(RecheckAnswers said) {
            return new Answered(
                    said.useDays(),
                    said.intoxicatedDays(),
                    said.failedResponsibilities(),
                    said.problems(),
                    said.withdrawal(),
                    said.wantsTreatment(),
                    said.inTreatment(),
                    said.inJail());
        }
    }

    @Schema(name = "RecheckTriggerView")
    record TriggerView(
            Trigger trigger,

            @Schema(examples = "Withdrawal when they did not use.")
            String sentence) {}

    /**
     * What is shown.
     *
     * @param endedReason opened
     */
    static RecheckView of(Recheck recheck, @Nullable String endedReason) {
        var quarter = recheck.quarter();
        var answers = recheck.answers();
        var need = recheck.need();
        return new RecheckView(
                recheck.id(),
                recheck.of().id(),
                recheck.number(),
                quarter.dueOn(),
                quarter.opensOn(),
                quarter.lastDay(),
                recheck.status(),
                answers == null ? null : Answered.of(answers),
                need,
                need == null ? null : need.sentence(),
                recheck.triggers().stream()
                        .map(trigger -> new TriggerView(trigger, trigger.sentence()))
                        .toList(),
                recheck.answeredBy(),
                recheck.answeredAt(),
                recheck.endedBecause(),
                endedReason,
                recheck.endedBy(),
                recheck.endedAt());
    }
}
