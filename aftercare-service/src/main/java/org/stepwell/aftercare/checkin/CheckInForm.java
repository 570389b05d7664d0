package org.stepwell.aftercare.checkin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.HttpRule;
import org.stepwell.platform.problem.Refusal;

/** What is asked once a week. What is left out was not said; to be sent it needs the answers about use and about suicide. */
@Schema(name = "CheckInForm")
record CheckInForm(
        @Schema(description = "for a week that was missed: the day it was due", examples = "2026-03-02") @Nullable
        LocalDate dueOn,

        @Schema(description = "how it was said; PORTAL where the patient fills it in, PHONE unless staff say otherwise")
        @Nullable
        Channel channel,

        @Schema(description = "any use since the last check-in") @Nullable
        Boolean used,

        @Nullable Set<@NotNull Substance> substances,

        @Min(0) @Max(7) @Schema(description = "days of use") @Nullable
        Integer usedDays,

        @Min(0) @Max(4) @Schema(description = "cravings: not at all 0 to extremely 4") @Nullable
        Integer cravings,

        @Min(0) @Max(7) @Schema(description = "days feeling low") @Nullable
        Integer lowDays,

        @Min(0) @Max(7) @Schema(description = "days feeling angry or upset") @Nullable
        Integer angryDays,

        @Min(0) @Max(7) @Schema(description = "days feeling anxious") @Nullable
        Integer anxiousDays,

        @Min(0) @Max(7) @Schema(description = "nights with trouble sleeping") @Nullable
        Integer sleep,

        @Min(0) @Max(7) @Schema(description = "days in situations, or with people, that make use more likely") @Nullable
        Integer riskyDays,

        @Min(0) @Max(4) @Schema(description = "confidence to stay abstinent: not at all 0 to extremely 4") @Nullable
        Integer confidence,

        @Min(0) @Max(21) @Schema(description = "mutual-help meetings attended") @Nullable
        Integer meetings,

        @Schema(description = "contact with a sponsor") @Nullable
        Boolean sponsorContact,

        @Schema(description = "medication for the disorder taken as prescribed; left out where none is") @Nullable
        Boolean medicationTaken,

        @Schema(description = "therapy kept; left out where none was arranged") @Nullable
        Boolean therapyKept,

        @Min(0) @Max(7) @Schema(description = "days mostly at work, school or volunteering") @Nullable
        Integer workDays,

        @Nullable Housing housing,

        @Min(0)
        @Max(4)
        @Schema(description = "bothered by conflict with family or friends: not at all 0 to extremely 4")
        @Nullable
        Integer conflict,

        @Min(0) @Max(7) @Schema(description = "days in contact with people who support recovery") @Nullable
        Integer supportiveDays,

        @Min(0) @Max(4) @Schema(description = "physical health: excellent 0 to poor 4") @Nullable
        Integer health,

        @Min(0)
        @Max(4)
        @Schema(description = "how much religion or spirituality helps: not at all 0 to extremely 4")
        @Nullable
        Integer spirituality,

        @Schema(description = "enough income from legal sources to pay for necessities") @Nullable
        Boolean income,

        @Schema(description = "thoughts of suicide since the last check-in; a yes is never refused") @Nullable
        Boolean suicideThoughts,

        @Size(max = 2000) @Schema(description = "what else there is to say") @Nullable
        String note,

        @Size(max = 2000) @Schema(description = "what is needed") @Nullable
        String needs,

        @Size(max = 2000) @Schema(description = "what was agreed for the week to come") @Nullable
        String agreedPlan,

        @Schema(description = "when they speak next", examples = "2026-03-09") @Nullable
        LocalDate nextOn) {

    boolean namesSuicide() {
        return Boolean.TRUE.equals(suicideThoughts);
    }

    /** The answers, if they agree with each other; of whoever names a thought of suicide nothing is asked first. */
    Answers answers() {
        if (!namesSuicide()) {
            mustBeWhole();
            mustAgree();
        }
        return new Answers(
                saidToHaveUsed(),
                Answers.joined(named()),
                usedDays,
                cravings,
                lowDays,
                angryDays,
                anxiousDays,
                sleep,
                riskyDays,
                confidence,
                meetings,
                sponsorContact,
                medicationTaken,
                therapyKept,
                workDays,
                housing,
                conflict,
                supportiveDays,
                health,
                spirituality,
                income,
                suicideThoughts);
    }

    private Set<Substance> named() {
        return substances == null ? Set.of() : substances;
    }

    /** What is mentioned of use counts, whatever else was said of it: it is not made out of the more harmless word. */
    private @Nullable Boolean saidToHaveUsed() {
        return mentionsUse() ? Boolean.TRUE : used;
    }

    private boolean mentionsUse() {
        return !named().isEmpty() || (usedDays != null && usedDays > 0);
    }

    private void mustBeWhole() {
        var missing = new ArrayList<FieldError>();
        if (used == null) {
            missing.add(new FieldError("/used", "any use since the last check-in: true or false"));
        }
        if (suicideThoughts == null) {
            missing.add(new FieldError("/suicideThoughts", "thoughts of suicide since then: true or false"));
        }
        if (!missing.isEmpty()) {
            throw new Refusal(
                    HttpRule.INVALID_REQUEST,
                    "Two questions are always answered. Answer %s, and leave out what is not to be said."
                            .formatted(missing.getFirst().pointer()),
                    missing);
        }
    }

    private void mustAgree() {
        if (Boolean.FALSE.equals(used) && mentionsUse()) {
            throw disagree("/used", "true, or no substances and no days of use");
        }
        if (Boolean.TRUE.equals(used) && usedDays != null && usedDays == 0) {
            throw disagree("/usedDays", "at least 1 where there was use");
        }
    }

    private static Refusal disagree(String pointer, String expected) {
        return new Refusal(
                HttpRule.INVALID_REQUEST,
                "The answers about use do not agree. Correct %s.".formatted(pointer),
                List.of(new FieldError(pointer, expected)));
    }
}
