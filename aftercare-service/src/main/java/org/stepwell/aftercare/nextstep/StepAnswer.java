package org.stepwell.aftercare.nextstep;

import static org.stepwell.contracts.code.NextStepStatus.ACCEPTED;
import static org.stepwell.contracts.code.NextStepStatus.DECLINED;
import static org.stepwell.contracts.code.NextStepStatus.WITHDRAWN;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.NextStepChanged.By;
import org.stepwell.contracts.code.NextStepStatus;
import org.stepwell.platform.problem.Refusal;

/** Where a step stands, and by whose word. */
@Embeddable
class StepAnswer {

    @Enumerated(EnumType.STRING)
    private NextStepStatus status;

    @Enumerated(EnumType.STRING)
    private By saidBy;

    private boolean onBehalf;
    private Instant changedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable DeclineReason declinedBecause;

    @SuppressWarnings("NullAway.Init")
    protected StepAnswer() {}

    /** Nobody has answered yet. */
    StepAnswer(Word word, Instant now) {
        status = NextStepStatus.PROPOSED;
        saidBy = word.by();
        onBehalf = word.onBehalf();
        changedAt = now;
    }

    static Set<NextStepStatus> next(NextStepStatus status) {
        return switch (status) {
            case PROPOSED -> EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(WITHDRAWN);
            case DECLINED, WITHDRAWN -> EnumSet.noneOf(NextStepStatus.class);
        };
    }

    /** Refuses a second answer. */
    void mayBecome(NextStepStatus next) {
        if (!next(status).contains(next)) {
            throw new Refusal(
                    NextStepRule.ALREADY_ANSWERED,
                    "It is %s and can not become %s. Propose a new step.".formatted(status, next));
        }
    }

    void become(NextStepStatus next, Word word, Instant now) {
        mayBecome(next);
        status = next;
        saidBy = word.by();
        onBehalf = word.onBehalf();
        changedAt = now;
    }

    void because(DeclineReason reason) {
        declinedBecause = reason;
    }

    NextStepStatus status() {
        return status;
    }

    Word word() {
        return new Word(saidBy, onBehalf);
    }

    Instant changedAt() {
        return changedAt;
    }

    @Nullable
    DeclineReason declinedBecause() {
        return declinedBecause;
    }
}
