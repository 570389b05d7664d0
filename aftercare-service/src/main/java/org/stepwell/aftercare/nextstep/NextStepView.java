package org.stepwell.aftercare.nextstep;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged.By;
import org.stepwell.contracts.code.NextStepKind;
import org.stepwell.contracts.code.NextStepStatus;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.MeetingId;
import org.stepwell.contracts.id.NextStepId;

/** A next step as the API shows it. */
@Schema(name = "NextStepView")
record NextStepView(
        NextStepId id,
        AftercarePlanId plan,
        NextStepKind kind,
        @Nullable MeetingId meeting,
        LocalDate date,
        @Nullable String receiver,
        NextStepStatus status,
        @Schema(description = "whose word the status is") By by,

        @Schema(description = "true where staff wrote down what the patient or the receiver said")
        boolean onBehalf,

        Instant proposedAt,
        Instant changedAt,

        @Schema(description = "why a receiver said no, where they said it") @Nullable
        DeclineReason declinedBecause,

        @Schema(description = "whether it came about, once somebody said so") @Nullable
        StepOutcome outcome,

        @Schema(description = "whose word that is") @Nullable
        By outcomeSaidBy,

        @Nullable Instant outcomeAt,

        @Schema(description = "what became of the message to the patient before the day") @Nullable
        StepReminder reminder,

        @Nullable Instant remindedAt) {

    static NextStepView of(NextStep step, @Nullable String receiver) {
        var answer = step.answer();
        var came = step.cameOut();
        var reminded = step.reminded();
        return new NextStepView(
                step.id(),
                step.plan(),
                step.kind(),
                step.meeting(),
                step.date(),
                receiver,
                answer.status(),
                answer.word().by(),
                answer.word().onBehalf(),
                step.proposedAt(),
                answer.changedAt(),
                answer.declinedBecause(),
                came == null ? null : came.outcome(),
                came == null ? null : came.outcomeSaidBy(),
                came == null ? null : came.outcomeAt(),
                reminded == null ? null : reminded.reminder(),
                reminded == null ? null : reminded.remindedAt());
    }
}
