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

        @Schema(description = "risk factors of the week, 0 to 24; missing where too little was said", examples = "7")
        @Nullable
        Integer riskScore,

        @Schema(
                description = "protective factors of the week, 0 to 24; missing where too little was said",
                examples = "16")
        @Nullable
        Integer protectiveScore,

        @Nullable Given answers,
        @Nullable String note,

        @Schema(examples = "A ride to the clinic on Thursdays.") @Nullable
        String needs,

        @Schema(examples = "Two meetings, and a call to his sponsor on Friday.") @Nullable
        String agreedPlan,

        @Schema(description = "when they speak next") @Nullable
        LocalDate nextOn,

        @Nullable Channel channel,
        CheckIn.@Nullable Recorder recordedBy,
        @Nullable Instant recordedAt,

        @Schema(
                description = "whom to call at any hour, where a thought of suicide was named",
                examples = "Call or text 988 at any hour (Suicide and Crisis Lifeline). In danger, call 911.")
        @Nullable
        String helpNow) {

    /** The answers; what is missing was not said. */
    @Schema(name = "CheckInAnswers")
    record Given(
            @Nullable Boolean used,
            Set<Substance> substances,
            @Nullable Integer usedDays,
            @Nullable Integer cravings,
            @Nullable Integer lowDays,
            @Nullable Integer angryDays,
            @Nullable Integer anxiousDays,
            @Nullable Integer sleep,
            @Nullable Integer riskyDays,
            @Nullable Integer confidence,
            @Nullable Integer meetings,
            @Nullable Boolean sponsorContact,
            @Nullable Boolean medicationTaken,
            @Nullable Boolean therapyKept,
            @Nullable Integer workDays,
            @Nullable Housing housing,
            @Nullable Integer conflict,
            @Nullable Integer supportiveDays,
            @Nullable Integer health,
            @Nullable Integer spirituality,
            @Nullable Boolean income,
            @Nullable Boolean suicideThoughts) {

        static Given of(Answers answers) {
            return new Given(
                    answers.used(),
                    answers.substanceSet(),
                    answers.usedDays(),
                    answers.cravings(),
                    answers.lowDays(),
                    answers.angryDays(),
                    answers.anxiousDays(),
                    answers.sleep(),
                    answers.riskyDays(),
                    answers.confidence(),
                    answers.meetings(),
                    answers.sponsorContact(),
                    answers.medicationTaken(),
                    answers.therapyKept(),
                    answers.workDays(),
                    answers.housing(),
                    answers.conflict(),
                    answers.supportiveDays(),
                    answers.health(),
                    answers.spirituality(),
                    answers.income(),
                    answers.suicideThoughts());
        }
    }

    static CheckInView of(CheckIn checkIn, CheckIn.Texts opened, @Nullable String helpNow) {
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
                checkIn.scores().risk(),
                checkIn.scores().protective(),
                answers == null ? null : Given.of(answers),
                opened.note(),
                opened.needs(),
                opened.agreedPlan(),
                checkIn.nextOn(),
                checkIn.channel(),
                checkIn.recordedBy(),
                checkIn.recordedAt(),
                helpNow);
    }
}
