package org.stepwell.therapy.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;

/** A note as those who lead the session see it. */
@Schema(name = "Note")
record NoteView(
        NoteId id,
        SessionId session,
        NoteStatus status,
        Modality modality,
        LocalDate date,
        Instant start,
        Instant end,

        @Schema(description = "how many were present, as every record says it")
        int present,

        @Nullable Instant dueAt,
        @Nullable Instant overdueSince,
        Instant changedAt,
        @Nullable SharedText shared,
        List<PartView> parts,
        @Nullable SignatureView signature,
        List<AddendumView> addenda,

        @Schema(
                description =
                        "what looks wrong in the parts of a draft: all but a first name is signed with a reason alone")
        List<DoubtView> doubts,

        int version) {

    /** What looks wrong in the part of a patient. */
    @Schema(name = "DoubtedPart")
    record DoubtView(PatientId patient, Set<Doubt> doubts) {}

    /** The part of one patient; without a text as long as nobody wrote it. */
    @Schema(name = "NotePart")
    record PartView(
            PatientId patient,
            AttendanceStatus attendance,
            int minutes,

            @Schema(description = "false where the attendance was corrected after the signature")
            boolean present,

            @Nullable Participation participation,
            @Nullable String response,
            @Nullable String text,
            @Nullable String nextSession,
            @Nullable Instant signedAt,
            @Nullable String hash) {

        static PartView of(NotePart part, @Nullable IndividualText text) {
            return new PartView(
                    part.patient(),
                    part.attendance(),
                    part.minutes(),
                    part.present(),
                    part.participation(),
                    text == null ? null : text.response(),
                    text == null ? null : text.text(),
                    text == null ? null : text.nextSession(),
                    part.signedAt(),
                    part.hash());
        }
    }

    /** Who signed, and whether the texts are still what was signed. */
    @Schema(name = "NoteSignature")
    record SignatureView(Instant at, StaffId by, String credentials, String hash, boolean intact) {
        static SignatureView of(Signature signature, boolean intact) {
            return new SignatureView(
                    signature.signedAt(), signature.signedBy(), signature.credentials(), signature.hash(), intact);
        }
    }

    /** What was added after the signature. */
    @Schema(name = "Addendum")
    record AddendumView(
            java.util.UUID id,
            @Nullable PatientId patient,
            String text,
            Instant at,
            StaffId by,
            String credentials,
            String hash) {
        static AddendumView of(Addendum addendum, String text) {
            return new AddendumView(
                    addendum.id(),
                    addendum.patient(),
                    text,
                    addendum.writtenAt(),
                    addendum.signer().staff(),
                    addendum.signer().credentials(),
                    addendum.hash());
        }
    }

    /** Opens all of a note: for those who wrote it and those who supervise them. */
    static NoteView of(GroupNote note, NoteTexts texts, Doubts doubts, List<Addendum> addenda) {
        var facts = note.facts();
        var header = facts.header();
        var shown = note.parts().stream()
                .filter(part -> part.present() || part.signed())
                .sorted(Comparator.comparing(NotePart::id))
                .toList();
        var content = facts.shared() == null ? null : texts.open(facts, shown);
        var signature = facts.signature();
        return new NoteView(
                facts.id(),
                facts.session(),
                facts.status(),
                header.modality(),
                header.date(),
                header.startsAt(),
                header.endsAt(),
                facts.present(),
                facts.dueAt(),
                facts.overdueAt(),
                facts.changedAt(),
                content == null ? null : content.shared(),
                shown.stream()
                        .map(part -> PartView.of(
                                part, content == null || part.content() == null ? null : content.of(part.patient())))
                        .toList(),
                signature == null || content == null ? null : SignatureView.of(signature, note.holds(content)),
                addenda.stream()
                        .map(one -> AddendumView.of(one, texts.open(one)))
                        .toList(),
                content == null || signature != null ? List.of() : doubted(doubts.in(content)),
                facts.version());
    }

    private static List<DoubtView> doubted(Map<PatientId, Set<Doubt>> doubts) {
        return doubts.entrySet().stream()
                .map(one -> new DoubtView(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(one -> one.patient().value()))
                .toList();
    }
}
