package org.stepwell.therapy.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.notetext.Doubt;
import org.stepwell.therapy.notetext.NoteFormat;
import org.stepwell.therapy.notetext.PartContent;
import org.stepwell.therapy.notetext.Participation;
import org.stepwell.therapy.notetext.RiskNoted;
import org.stepwell.therapy.notetext.SectionText;
import org.stepwell.therapy.notetext.SharedText;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.RatedObjective;

/** A note as those who lead the session see it. */
@Schema(name = "Note")
record NoteView(
        NoteId id,
        SessionId session,
        NoteStatus status,

        @Schema(
                description =
                        "whether it has a text for all, and a part for each; a visit's has a format with its sections")
        boolean ofGroup,

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
        @Nullable CosignatureView cosignature,
        List<AddendumView> addenda,

        @Schema(description = "why it was returned or struck, oldest first")
        List<ReasonView> reasons,

        @Schema(
                description =
                        "what looks wrong in the parts of a draft; ALIKE and NAMES_ANOTHER are signed with a reason alone")
        List<DoubtView> doubts,

        @Schema(description = "what the parts may link, as long as it is not signed")
        List<OpenObjectiveView> openObjectives,

        @Schema(
                description =
                        "other notes of the session: those before it, and one for whoever was found present since, or struck")
        List<NoteRef> others,

        int version) {

    /** What looks wrong in the part of a patient. */
    @Schema(name = "DoubtedPart")
    record DoubtView(PatientId patient, Set<Doubt> doubts) {}

    /** Another note of the session. */
    @Schema(name = "NoteRef")
    record NoteRef(NoteId note, NoteStatus status) {}

    /** An objective of a patient that was open on the day of the session. */
    @Schema(name = "OpenObjective")
    record OpenObjectiveView(
            PatientId patient,
            ObjectiveId objective,

            @Schema(examples = "Evenings a week without alcohol, by the diary") @Nullable
            String measure,

            @Schema(examples = "seven of seven, four weeks in a row") @Nullable
            String target) {}

    /** The part of one patient; without a text as long as nobody wrote it. */
    @Schema(name = "NotePart")
    record PartView(
            PatientId patient,
            AttendanceStatus attendance,

            @Schema(description = "of presence, as they are signed, or known")
            int minutes,

            @Schema(
                    examples = "60",
                    description = "what the attendance says since it was corrected; missing while it is the same")
            @Nullable
            Integer minutesNow,

            @Schema(
                    examples = "TELEHEALTH",
                    description = "what the attendance says since it was corrected; missing while it is the same")
            @Nullable
            AttendanceStatus attendanceNow,

            @Schema(description = "false where the attendance was corrected after the signature")
            boolean present,

            @Nullable Participation participation,
            @Nullable String response,
            @Nullable String text,
            @Nullable NoteFormat format,
            List<SectionText> sections,
            @Nullable RiskNoted risk,
            @Nullable String riskText,
            List<RatedObjective> objectives,
            @Nullable String nextSession,
            @Nullable Instant signedAt,
            @Nullable String hash,

            @Schema(description = "since when it does not count, because it was entered in error") @Nullable
            Instant struckAt) {

        static PartView of(NotePart part, PartContent content) {
            var text = content.text();
            return new PartView(
                    part.patient(),
                    part.attendance(),
                    part.minutes(),
                    part.attendedMinutes() == part.minutes() ? null : part.attendedMinutes(),
                    part.attendedAs() == part.attendance() ? null : part.attendedAs(),
                    part.present(),
                    text.participation(),
                    text.response(),
                    text.text(),
                    text.format(),
                    text.sections(),
                    text.risk(),
                    text.riskText(),
                    content.objectives(),
                    text.nextSession(),
                    part.signedAt(),
                    part.hash(),
                    part.struckAt());
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

    /** Which supervisor signed it, too. */
    @Schema(name = "NoteCosignature")
    record CosignatureView(Instant at, StaffId by, String credentials, String hash) {
        static CosignatureView of(Cosignature one) {
            return new CosignatureView(one.cosignedAt(), one.cosignedBy(), one.cosignerCredentials(), one.cosignHash());
        }
    }

    /** What was added after the signature. */
    @Schema(name = "Addendum")
    record AddendumView(
            UUID id,
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
                    addendum.signer(),
                    addendum.credentials(),
                    addendum.hash());
        }
    }

    /** Why it was returned to its author, or struck, all of it or the part of one patient. */
    @Schema(name = "NoteReason")
    record ReasonView(
            Reasons.Kind kind,
            @Nullable PatientId patient,
            Instant at,
            @Nullable StaffId by,
            @Nullable String credentials,

            @Schema(examples = "The risk part does not say what was agreed with her; add that.") @Nullable
            String reason) {

        static ReasonView of(Reasons.Reason one, @Nullable String opened) {
            return new ReasonView(one.kind(), one.patient(), one.at(), one.by(), one.credentials(), opened);
        }
    }
}
