package org.stepwell.aftercare.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.consent.Ask;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

/**
 * What is to be told, to whom, what for, and until when they answer.
 *
 * @param also what is told beside that somebody is referred, and for what
 */
record LetterOrder(Way way, Recipient recipient, DisclosurePurpose purpose, Set<Detail> also, LocalDate answerBy) {

    private static final int DAYS_MAX = 30;

    /** How the link comes to its reader. */
    @Schema(name = "ReferralLetterWay")
    enum Way {
        /** In a mail that says nothing but that a document waits. */
        EMAIL,
        /** Shown once to whoever writes the letter, and handed over with it. */
        PRINTED
    }

    /** What may be told beside the step itself. */
    @Schema(name = "ReferralLetterDetail")
    enum Detail {
        /** Birth date and phone. */
        DEMOGRAPHICS(DataCategory.DEMOGRAPHICS),
        /** How the treatment ended. */
        DISCHARGE_SUMMARY(DataCategory.DISCHARGE_SUMMARY),
        /** What they take, by substance. */
        MEDICATION(DataCategory.MEDICATION);

        private final DataCategory category;

        Detail(DataCategory category) {
            this.category = category;
        }
    }

    /** What leaves by such a letter: that somebody is a patient, and what comes next, always. */
    Set<DataCategory> categories() {
        var told = EnumSet.of(DataCategory.PRESENCE, DataCategory.AFTERCARE);
        also.forEach(detail -> told.add(detail.category));
        return told;
    }

    /** What has to be asked each time that somebody is to see it. */
    Ask ask(PatientId patient) {
        return new Ask(patient, recipient, purpose, categories());
    }

    /** Until when the link opens it: the whole of the last day, as the clinic counts days. */
    Instant opensUntil(ZoneId zone) {
        return answerBy.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Refuses what nobody can answer. */
    void mustBeAnswerable(Receiver receiver, LocalDate stepDate, LocalDate today) {
        var last = stepDate.isBefore(today.plusDays(DAYS_MAX)) ? stepDate : today.plusDays(DAYS_MAX);
        if (answerBy.isBefore(today) || answerBy.isAfter(last)) {
            throw new Refusal(
                    ReferralLetterRule.ANSWERED_IN_TIME,
                    "The answer is asked for by %s; today is %s, and the step is for %s."
                            .formatted(answerBy, today, stepDate),
                    List.of(new FieldError("/answerBy", "%s to %s".formatted(today, last))));
        }
        boolean mailbox = receiver.email() != null && !receiver.email().isBlank();
        if (way == Way.EMAIL && !mailbox) {
            throw new Refusal(
                    ReferralLetterRule.EMAIL_NEEDS_ADDRESS,
                    "Name one, or print the letter (PRINTED).",
                    List.of(new FieldError("/receiver/email", "a mailbox that nobody else reads")));
        }
    }
}
