package org.stepwell.therapy.note;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.contracts.therapy.TherapyFact.NoteOverdue;
import org.stepwell.contracts.therapy.TherapyFact.NoteSigned;
import org.stepwell.therapy.notetext.NoteContent;
import org.stepwell.therapy.roster.Signer;

/**
 * A note of a session: owed as soon as somebody was there, written, signed, co-signed where its author needs that, and never
 * changed again. Whoever is found present later, or whose part is struck, has the next note of the session.
 */
@Entity
class Note {

    @EmbeddedId
    private NoteId id;

    @Version
    private int version;

    private SessionId session;

    @Enumerated(EnumType.STRING)
    private NoteStatus status = NoteStatus.DUE;

    private NoteHeader header;
    private boolean ofGroup;
    private int present;
    private int presentElsewhere;
    private @Nullable String shared;
    private Instant changedAt;

    /** Counts how often the attendance changed a part: a part is a row of its own, and changes the note's version by this alone. */
    @SuppressWarnings("UnusedVariable") // the database keeps it, and the version rises with it
    private int corrections;

    /** That time passes changes nothing of what somebody has read, so that it makes no other version. */
    @Embedded
    @OptimisticLock(excluded = true)
    private Deadline deadline;

    @Embedded
    private Signatures signatures = new Signatures();

    @OneToMany(mappedBy = "note", cascade = CascadeType.PERSIST, orphanRemoval = true)
    private List<NotePart> parts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Note() {}

    Note(NoteId id, SessionId session, NoteHeader header, boolean ofGroup, Instant owedSince, Instant now) {
        this.id = id;
        this.session = session;
        this.header = header;
        this.ofGroup = ofGroup;
        this.deadline = new Deadline(owedSince);
        this.changedAt = now;
    }

    /**
     * The newest word on a patient's attendance opens or withdraws their part; true where the author has signed something else,
     * and signs again.
     */
    boolean attendance(AttendanceRecorded newest) {
        boolean changes = all().take(this, newest);
        boolean voided = changes && reopen(newest.at());
        counts(changes);
        heardOf(newest);
        boolean withdrawn = status == NoteStatus.WITHDRAWN;
        settle();
        if (withdrawn && owed()) {
            deadline.owedAgain(newest.at());
        }
        return voided;
    }

    /** The session was held at another time than was known; true where the author has signed that. */
    boolean moved(NoteHeader newest, Instant at) {
        boolean voided = !header.equals(newest) && reopen(at);
        header = newest;
        return voided;
    }

    /** The parts of some who were there were struck, and are owed here; true where the author has signed without them. */
    boolean owes(List<NotePart> struck, Instant now) {
        boolean voided = reopen(now);
        struck.forEach(part -> parts.add(new NotePart(this, part)));
        settle();
        return voided;
    }

    /**
     * What is signed of somebody stays; by the newest word it was otherwise. A word that waited on its way is heard after what
     * was said to one before, and was not answered by that.
     */
    void corrected(NotePart part, AttendanceRecorded newest) {
        var before = changedAt;
        boolean changes = part.corrected(newest);
        counts(changes);
        heardOf(newest);
        if (changes && !changedAt.isAfter(before)) {
            changedAt = before.plus(1, ChronoUnit.MICROS);
        }
    }

    private void counts(boolean correction) {
        corrections += correction ? 1 : 0;
    }

    /** Words on different patients may come in any order. */
    private void heardOf(AttendanceRecorded newest) {
        changedAt = newest.at().isAfter(changedAt) ? newest.at() : changedAt;
    }

    /** So many more were present, as signed notes of the session say already. */
    void besides(int others) {
        presentElsewhere = others;
        settle();
    }

    /** The program gives this time after the session's end, or after what made it owed later. */
    void fallsDue(Duration time) {
        deadline.after(header.endsAt(), time);
    }

    /** True until somebody has signed for all who were present. */
    boolean owed() {
        return status == NoteStatus.DUE || status == NoteStatus.DRAFT;
    }

    /**
     * Takes the shared text and the parts, sealed; a patient who is left out has no text any more.
     *
     * @param asBefore whose parts stay as they were
     */
    void write(
            @Nullable String sealedShared,
            Map<PatientId, NotePart.Sealed> sealedParts,
            Set<PatientId> asBefore,
            Instant now) {
        mustTakeText(sealedShared != null);
        all().write(sealedParts, asBefore);
        shared = sealedShared;
        changedAt = now;
        settle();
    }

    /** Somebody was there, nobody has signed, and a group's note is not written like a visit's. */
    void mustTakeText(boolean group) {
        mustBeOpen();
        if (status == NoteStatus.WITHDRAWN) {
            throw NoteRule.NOBODY_WAS_PRESENT.because("By the attendance taken, nobody was at this session.");
        }
        if (ofGroup != group) {
            throw NoteRule.ofItsKind(ofGroup, session);
        }
    }

    /** Whoever was there and has a part here. */
    List<PatientId> present() {
        return all().present().stream().map(NotePart::patient).toList();
    }

    boolean isPresent(PatientId patient) {
        return all().present(patient);
    }

    void mustBeWritten() {
        mustBeOpen();
        if (status != NoteStatus.DRAFT) {
            throw NoteRule.NOTE_IS_NOT_WRITTEN.because("The note is %s. Write it first.".formatted(status));
        }
    }

    /**
     * Locks the note under a name; each patient's part is told of, unless a supervisor has to sign it first.
     *
     * @param alone whether nobody else led the session
     */
    List<NoteSigned> sign(NoteContent content, Signer signer, boolean alone, Instant now) {
        mustBeWritten();
        parts.removeIf(part -> !part.present());
        signatures.sign(fields(content).signed(Signature.by(signer, now)), alone);
        deadline.signed(now);
        changedAt = now;
        become(signer.independent() ? NoteStatus.SIGNED : NoteStatus.PENDING_COSIGN);
        settle();
        return signer.independent() ? lock(content, now) : List.of();
    }

    /** A supervisor signs what the author has signed; each patient's part is told of. */
    List<NoteSigned> cosign(NoteContent content, Signer supervisor, Instant now) {
        mustWait();
        if (!holds(content)) {
            throw NoteRule.COSIGNED_AS_IT_WAS_SIGNED.because("It is not the same any more. Return it to its author.");
        }
        signatures.cosign(supervisor, now);
        deadline.cosigned();
        changedAt = now;
        become(NoteStatus.SIGNED);
        settle();
        return lock(content, now);
    }

    /** A supervisor gives it back to its author: it is a draft again. */
    void giveBack(Signer supervisor, Instant now) {
        mustWait();
        signatures.mustSupervise(supervisor);
        reopen(now);
        changedAt = now;
        settle();
    }

    /** True where the opened content is what was signed. */
    boolean holds(NoteContent content) {
        var signed = signatures.signature();
        return signed != null && fields(content).are(signed);
    }

    /** Whether the attendance of anybody says something else by now than what is signed, and nobody said anything to it. */
    boolean asksForAWord() {
        return all().anyAsksForAWord();
    }

    /** An addendum was written. */
    void added(Addendum addendum) {
        if (status.open()) {
            throw NoteRule.ADDENDUM_FOLLOWS_SIGNATURE.because("It is %s. Change the note itself.".formatted(status));
        }
        changedAt = addendum.writtenAt();
        all().about(addendum).ifPresent(NotePart::answer);
    }

    /** What is said of one patient, or of all, was entered in error; answers the parts that are struck by it. */
    List<NotePart> strike(@Nullable PatientId patient, Instant now) {
        var struck = all().strike(patient, now);
        if (struck.isEmpty()) {
            throw NoteRule.STRUCK_WHERE_IT_IS_SIGNED.because(
                    "The note is %s, and nothing of it stands that could be struck.".formatted(status));
        }
        changedAt = now;
        if (!all().anyStands()) {
            become(NoteStatus.STRUCK);
        }
        return struck;
    }

    /** Its time has passed and it is not signed; said once. */
    Optional<NoteOverdue> late(List<StaffId> facilitators, Instant due, Instant now) {
        return owed() && deadline.passed(due)
                ? Optional.of(new NoteOverdue(session, facilitators, due, now))
                : Optional.empty();
    }

    /** It waited for a supervisor for too long. */
    void cosignatureIsLate(Instant due) {
        if (status == NoteStatus.PENDING_COSIGN) {
            deadline.passed(due);
        }
    }

    private List<NoteSigned> lock(NoteContent content, Instant now) {
        var author = signatures.author();
        var fields = fields(content);
        parts.forEach(part -> part.sign(fields.of(part, author), header, now));
        return parts.stream()
                .map(part -> new NoteSigned(part.patient(), part.episode(), id, session, author.signedBy(), now))
                .toList();
    }

    /** True where the author had signed, and a supervisor had not; the author owes it anew. */
    private boolean reopen(Instant at) {
        if (status != NoteStatus.PENDING_COSIGN) {
            return false;
        }
        signatures.clear();
        deadline.owedAgain(at);
        become(NoteStatus.DRAFT);
        return true;
    }

    void mustWait() {
        if (status != NoteStatus.PENDING_COSIGN) {
            throw NoteRule.COSIGNED_WHILE_IT_WAITS.because("It is %s.".formatted(status));
        }
    }

    private void mustBeOpen() {
        var signed = signatures.signature();
        if (signed != null) {
            throw NoteRule.locked(status, signed);
        }
    }

    /** Nobody present, nothing to write. */
    private void settle() {
        if (signatures.signature() == null) {
            int here = all().present().size();
            present = here + presentElsewhere;
            become(here == 0 ? NoteStatus.WITHDRAWN : isWritten() ? NoteStatus.DRAFT : NoteStatus.DUE);
        }
    }

    private boolean isWritten() {
        return shared != null || (!ofGroup && all().anyWritten());
    }

    /** What was late is not any more once somebody else's word is missing, or nobody's. */
    private void become(NoteStatus next) {
        if (next == status) {
            return;
        }
        if (!status.next().contains(next)) {
            throw new IllegalStateException("a note that is %s can not become %s".formatted(status, next));
        }
        boolean before = owed();
        status = next;
        if (!before || !owed()) {
            deadline.met();
        }
    }

    private SignedFields fields(NoteContent content) {
        return new SignedFields(id, session, header, present, content, parts);
    }

    private NoteParts all() {
        return new NoteParts(parts);
    }

    /** Who has signed it first. */
    StaffId author() {
        return signatures.author().signedBy();
    }

    boolean isSignedBy(StaffId who) {
        return signatures.areOf(who);
    }

    NoteFacts facts() {
        return new NoteFacts(
                id,
                version,
                session,
                status,
                header,
                ofGroup,
                present,
                deadline.dueAt(),
                deadline.overdueAt(),
                shared,
                changedAt,
                signatures.signature(),
                signatures.cosignature());
    }

    List<NotePart> parts() {
        return List.copyOf(parts);
    }
}
