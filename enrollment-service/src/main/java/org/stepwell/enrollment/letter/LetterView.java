package org.stepwell.enrollment.letter;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.seal.SealedJson;

/** A letter as staff see it: to whom it goes, where it stands, and what it says once it was sent. */
@Schema(name = "LetterView")
record LetterView(
        LetterId id,
        PatientId patient,
        LetterKind kind,
        @Schema(examples = "2026-04-06") @Nullable LocalDate firstDay,
        @Schema(examples = "2026-04-10") @Nullable LocalDate lastDay,
        Recipient recipient,
        DisclosurePurpose purpose,
        Reader reader,
        Instant leavesAt,

        @Schema(description = "it leaves, and is opened, by this one or by one that supersedes it, and by no other")
        ConsentId consent,

        Letter.Status status,

        @Schema(
                description = "the rule that said no: when its consent ended, or when it was to leave",
                examples = "no-consent-in-force")
        @Nullable
        String stoppedBy,

        Instant writtenAt,

        @Schema(examples = "intake:019a0000-0000-7000-8000-0000000000c2")
        String writtenBy,

        @Nullable Instant sentAt,

        @Schema(description = "until when its link opens it, as long as the consent does") @Nullable
        Instant opensUntil,

        @Nullable Instant endedAt,
        @Nullable Said said) {

    static LetterView of(Letter letter, SealedJson sealed) {
        var id = letter.id();
        var order = letter.order();
        @Nullable String words = letter.sealedWords();
        return new LetterView(
                id,
                letter.patient(),
                order.kind(),
                order.firstDay(),
                order.lastDay(),
                order.recipient(),
                order.purpose(),
                sealed.open(Reader.PART, id.value(), letter.sealedReader(), Reader.class),
                order.leavesAt(),
                letter.consent(),
                letter.status(),
                letter.stoppedBy(),
                letter.writtenAt(),
                letter.writtenBy(),
                letter.sentAt(),
                letter.opensUntil(),
                letter.endedAt(),
                words == null ? null : sealed.open(Said.PART, id.value(), words, Said.class));
    }
}
