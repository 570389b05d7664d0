package org.stepwell.enrollment.episode;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.Refusal;

/**
 * How a patient leaves an episode.
 *
 * @param readyForStepDownAt since when therapy calls them ready for less care
 * @param dischargePlan when and why it is meant to end, while that is planned and after
 * @param ending how it ended
 * @param summarySignedAt since when therapy's discharge summary is signed
 */
@Embeddable
record Leaving(
        @Nullable Instant readyForStepDownAt,
        @Nullable DischargePlan dischargePlan,
        @Nullable Ending ending,
        @Nullable Instant summarySignedAt) {

    /** Of whoever is not on their way out. */
    static final Leaving NOT_YET = new Leaving(null, null, null, null);

    Leaving readyAt(@Nullable Instant at) {
        return new Leaving(at, dischargePlan, ending, summarySignedAt);
    }

    Leaving planned(@Nullable DischargePlan plan) {
        return new Leaving(readyForStepDownAt, plan, ending, summarySignedAt);
    }

    Leaving ended(Ending end) {
        return new Leaving(readyForStepDownAt, dischargePlan, end, summarySignedAt);
    }

    Leaving summarySigned(Instant at) {
        return new Leaving(readyForStepDownAt, dischargePlan, ending, at);
    }

    /** The day on which a planned discharge is late. */
    Optional<LocalDate> dayAfterPlanned() {
        return Optional.ofNullable(dischargePlan).map(plan -> plan.targetDate().plusDays(1));
    }

    /** How it ended, as it was said; refused where it did not end. */
    Ending endingIn(EpisodeStatus status) {
        if (ending == null) {
            throw new Refusal(
                    EpisodeRule.ONLY_AN_ENDING_IS_CORRECTED, "It is %s; nothing is to be corrected.".formatted(status));
        }
        return ending;
    }
}
