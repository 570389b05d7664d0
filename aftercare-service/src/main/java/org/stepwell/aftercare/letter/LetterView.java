package org.stepwell.aftercare.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.NextStepId;
import org.stepwell.contracts.id.PatientId;

/** A letter to a receiver as staff see it. */
@Schema(name = "ReferralLetterView")
record LetterView(
        LetterId id,
        NextStepId step,
        PatientId patient,
        LetterOrder.Way way,
        Recipient recipient,
        DisclosurePurpose purpose,
        List<LetterOrder.Detail> also,
        Receiver receiver,
        Said said,
        LocalDate answerBy,

        @Schema(description = "it leaves, and is opened, by this one and by no other")
        ConsentId consent,

        LetterCourse.Status status,

        @Schema(description = "the rule that said no when it was to leave", examples = "no-consent-in-force") @Nullable
        String stoppedBy,

        Instant writtenAt,

        @Schema(examples = "clinician:019a0000-0000-7000-8000-0000000000c2")
        String writtenBy,

        @Nullable Instant sentAt,

        @Schema(description = "when its reader first saw what it says") @Nullable
        Instant openedAt,

        @Schema(description = "until when its link opens it, as long as the consent does")
        Instant opensUntil,

        @Nullable Instant endedAt,

        @Schema(
                description = "of a printed letter, said once, to whoever writes it; whoever holds it opens the letter",
                examples =
                        "https://documents.example/api/aftercare/v1/links/019a0000-0000-7000-8000-000000000001/referrals/3v")
        @Nullable
        String link) {

    static LetterView of(ReferralLetter letter, ReferralLetters letters, @Nullable String link) {
        var order = letter.order();
        var course = letter.course();
        return new LetterView(
                letter.id(),
                letter.step(),
                letter.patient(),
                order.way(),
                order.recipient(),
                order.purpose(),
                List.copyOf(order.also()),
                letters.receiver(letter),
                letters.said(letter),
                order.answerBy(),
                letter.consent(),
                course.status(),
                course.stoppedBy(),
                letter.writtenAt(),
                letter.writtenBy(),
                course.sentAt(),
                course.openedAt(),
                letter.opensUntil(),
                course.endedAt(),
                link);
    }
}
