package org.stepwell.therapy.note;

import jakarta.persistence.CascadeType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.contracts.therapy.TherapyFact.NoteOverdue;
import org.stepwell.contracts.therapy.TherapyFact.NoteSigned;

/** The note of one session: owed as soon as somebody was there, written, signed, and never changed again. */
@Entity
@Table(name = "note")
class GroupNote {

    @EmbeddedId
    private NoteId id;

    @Version
    private int version;

    private SessionId session;

    @Enumerated(EnumType.STRING)
    private NoteStatus status = NoteStatus.DUE;

    private NoteHeader header;
    private int present;
    private @Nullable Instant dueAt;
    private @Nullable Instant overdueAt;
    private @Nullable String shared;
    private Instant changedAt;
    private @Nullable Signature signature;

    @OneToMany(mappedBy = "note", cascade = CascadeType.PERSIST)
    private List<NotePart> parts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected GroupNote() {}

    GroupNote(NoteId id, SessionId session, NoteHeader header, Instant now) {
        this.id = id;
        this.session = session;
        this.header = header;
        this.changedAt = now;
    }

    /** The newest word on a patient's attendance opens or withdraws their part, as long as it is not signed. */
    void attendance(AttendanceRecorded newest) {
        if (newest.status().attended() && partOf(newest.patient()).isEmpty()) {
            parts.add(new NotePart(this, newest));
        }
        partOf(newest.patient()).ifPresent(part -> part.attendance(newest));
        // Words on different patients may come in any order.
        changedAt = newest.at().isAfter(changedAt) ? newest.at() : changedAt;
        settle();
    }

    /** The session was held at another time than was known. */
    void moved(NoteHeader newest) {
        if (status != NoteStatus.SIGNED) {
            header = newest;
        }
    }

    /** The program gives this time after the session's end. */
    void fallsDue(Duration time) {
        dueAt = header.endsAt().plus(time);
    }

    /** True until all who were present are signed for. */
    boolean owed() {
        return status == NoteStatus.SIGNED ? parts.stream().anyMatch(NotePart::open) : status != NoteStatus.WITHDRAWN;
    }

    /** Takes the shared text and the parts, sealed; a patient who is left out has no text any more. */
    void write(String sealedShared, Map<PatientId, NotePart.Sealed> sealedParts, Instant now) {
        mustBeOpen();
        if (status == NoteStatus.WITHDRAWN) {
            throw NoteRule.NOBODY_WAS_PRESENT.because("By the attendance taken, nobody was at this session.");
        }
        for (var patient : sealedParts.keySet()) {
            if (partOf(patient).filter(NotePart::present).isEmpty()) {
                throw NoteRule.notPresent(patient);
            }
        }
        shared = sealedShared;
        present().forEach(part -> part.write(sealedParts.get(part.patient())));
        changedAt = now;
        settle();
    }

    /** Locks the note under a name; each patient's part is told of. */
    List<NoteSigned> sign(NoteContent content, Signer signer, Instant now) {
        mustBeOpen();
        if (status != NoteStatus.DRAFT) {
            throw NoteRule.NOTE_IS_NOT_WRITTEN.because("The note is %s. Write it first.".formatted(status));
        }
        content.mustBeWritten();
        var fields = fields(signer, now);
        present().forEach(part -> part.sign(fields.of(part, content.shared(), content.of(part.patient())), now));
        signature = fields.of(content.shared(), parts);
        become(NoteStatus.SIGNED);
        settle();
        return present().stream().map(part -> part.signedBy(signer)).toList();
    }

    /** True where the opened content is what was signed. */
    boolean holds(NoteContent content) {
        return signature != null
                && fields(signature.signer(), signature.signedAt()).match(signature, content, parts);
    }

    /** An addendum was written; one about a patient who was found present after the signature stands for their part. */
    Optional<NoteSigned> added(Addendum addendum) {
        if (status != NoteStatus.SIGNED) {
            throw NoteRule.ADDENDUM_FOLLOWS_SIGNATURE.because("It is %s. Change the note itself.".formatted(status));
        }
        changedAt = addendum.writtenAt();
        var about = addendum.patient();
        if (about != null && partOf(about).isEmpty()) {
            throw NoteRule.notPresent(about);
        }
        var open = parts.stream()
                .filter(part -> part.open() && part.patient().equals(about))
                .findFirst();
        open.ifPresent(part -> part.sign(addendum.hash(), addendum.writtenAt()));
        settle();
        return open.map(part -> part.signedBy(addendum.signer()));
    }

    /** Its time has passed and it is not signed; said once. */
    Optional<NoteOverdue> late(List<StaffId> facilitators, Instant due, Instant now) {
        if (!owed() || overdueAt != null) {
            return Optional.empty();
        }
        overdueAt = due;
        return Optional.of(new NoteOverdue(session, facilitators, due, now));
    }

    private void mustBeOpen() {
        if (signature != null) {
            throw NoteRule.NOTE_IS_LOCKED.because("Signed at %s. Write an addendum.".formatted(signature.signedAt()));
        }
    }

    /** Nobody present, nothing to write; nothing owed, nothing late. */
    private void settle() {
        if (status != NoteStatus.SIGNED) {
            present = present().size();
            become(present == 0 ? NoteStatus.WITHDRAWN : shared == null ? NoteStatus.DUE : NoteStatus.DRAFT);
        }
        if (!owed()) {
            overdueAt = null;
        }
    }

    private void become(NoteStatus next) {
        if (next != status && !status.next().contains(next)) {
            throw new IllegalStateException("a note that is %s can not become %s".formatted(status, next));
        }
        status = next;
    }

    private SignedFields fields(Signer signer, Instant at) {
        return new SignedFields(id, session, header, present, signer, at);
    }

    private List<NotePart> present() {
        return parts.stream().filter(NotePart::present).toList();
    }

    private Optional<NotePart> partOf(PatientId patient) {
        return parts.stream().filter(part -> part.patient().equals(patient)).findFirst();
    }

    NoteFacts facts() {
        return new NoteFacts(
                id, version, session, status, header, present, dueAt, overdueAt, shared, changedAt, signature);
    }

    List<NotePart> parts() {
        return List.copyOf(parts);
    }
}
