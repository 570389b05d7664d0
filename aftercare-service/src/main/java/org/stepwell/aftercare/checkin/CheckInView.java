package org.stepwell.aftercare.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.aftercare.AftercareFact.CheckInRecorded.Level;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;

/** A check-in as the API shows it: with its answers once it is recorded, and why its level is what it is. */
@Schema(name = "CheckInView")
record CheckInView(
        CheckInId id,
        AftercarePlanId plan,
        LocalDate dueOn,

        @Schema(description = "the first day on which it may be recorded")
        LocalDate opensOn,

        @Schema(description = "the last day on which it is in time")
        LocalDate inTimeUntil,

        CheckIn.Status status,
        @Nullable Level level,

        @Schema(description = "the rule that made the level")
        Assessment.@Nullable Because because,

        @Schema(
                description = "the rule as a sentence, with how soon to reach out",
                examples = "Use: reach out within 48 hours.")
        @Nullable
        String meaning,

        List<String> flags,
        @Nullable Given answers,
        @Nullable String note,
        CheckIn.@Nullable Recorder recordedBy,
        @Nullable Instant recordedAt) {

    /** The answers. */
    @Schema(name = "CheckInAnswers")
    record Given(
            boolean used,
            Set<Substance> substances,
            @Nullable Integer usedDays,
            int cravings,
            int moodDays,
            int sleep,
            int meetings,
            int confidence,
            @Nullable Boolean medicationTaken,
            boolean suicideThoughts) {

        static Given of(Answers answers) {
            return new Given(
                    answers.used(),
                    answers.substanceSet(),
                    answers.usedDays(),
                    answers.cravings(),
                    answers.moodDays(),
                    answers.sleep(),
                    answers.meetings(),
                    answers.confidence(),
                    answers.medicationTaken(),
                    answers.suicideThoughts());
        }
    }

    static CheckInView of(CheckIn checkIn, @Nullable String note) {
        var week = checkIn.week();
        var because = checkIn.because();
        var answers = checkIn.answers();
        return new CheckInView(
                checkIn.id(),
                checkIn.plan(),
                week.dueOn(),
                week.opensOn(),
                week.lastDay(),
                checkIn.status(),
                because == null ? null : because.level(),
                because,
                because == null ? null : because.sentence(),
                checkIn.flags(),
                answers == null ? null : Given.of(answers),
                note,
                checkIn.recordedBy(),
                checkIn.recordedAt());
    }
}
