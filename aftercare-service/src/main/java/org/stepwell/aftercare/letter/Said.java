package org.stepwell.aftercare.letter;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DischargeReason;
import org.stepwell.contracts.code.NextStepKind;

/** What a letter says, as it was known when it was written. */
@Schema(name = "ReferralLetterSaid")
record Said(
        @Schema(examples = "Riverside") String clinic,
        @Schema(examples = "Maya Lindqvist") String patient,
        LocalDate on,
        NextStepKind kind,
        @Schema(description = "the day that is asked for") LocalDate date,
        LocalDate answerBy,
        @Nullable Person person,
        @Nullable Treatment treatment,

        @Schema(description = "what they take, by substance", examples = "BUPRENORPHINE") @Nullable
        List<String> medication) {

    /** The part of a letter under which it is sealed. */
    static final String PART = "referral-letter-said";

    /** How the receiver knows and reaches them. */
    @Schema(name = "ReferralLetterPerson")
    record Person(
            @Schema(examples = "1991-04-12") LocalDate born,
            @Schema(examples = "+12125550150") @Nullable String phone) {}

    /** How their treatment ended, as the signed discharge summary says it. */
    @Schema(name = "ReferralLetterTreatment")
    record Treatment(
            LocalDate lastDay,
            DischargeReason reason,

            @Schema(description = "the level of care that is recommended, by its number", examples = "1") @Nullable
            String nextLevel) {}
}
