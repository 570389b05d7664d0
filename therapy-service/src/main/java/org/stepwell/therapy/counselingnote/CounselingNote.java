package org.stepwell.therapy.counselingnote;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.note.Fingerprint;

/** What a clinician writes for themselves about what a patient said: a draft, then final, and never changed again. */
@Entity
@Table(name = "counseling_note")
class CounselingNote {

    @EmbeddedId
    private CounselingNoteId id;

    @Version
    private int version;

    private PatientId patient;
    private EpisodeId episode;
    private @Nullable SessionId session;
    private StaffId author;
    private @Nullable StaffId supervisor;

    @Enumerated(EnumType.STRING)
    private CounselingNoteStatus status = CounselingNoteStatus.DRAFT;

    private String text;
    private Instant writtenAt;
    private Instant changedAt;
    private @Nullable Instant finalAt;
    private @Nullable String hash;
    private @Nullable Instant struckAt;

    /** Whom it is about, in which stay, and in which session, if it is about one. */
    record About(
            PatientId patient, EpisodeId episode, @Nullable SessionId session) {}

    @SuppressWarnings("NullAway.Init")
    protected CounselingNote() {}

    /** @param sealed the text, sealed for this note */
    CounselingNote(CounselingNoteId id, About about, StaffId author, String sealed, Instant now) {
        this.id = id;
        this.patient = about.patient();
        this.episode = about.episode();
        this.session = about.session();
        this.author = author;
        this.text = sealed;
        this.writtenAt = now;
        this.changedAt = now;
    }

    /** Another text in place of the draft's. */
    void write(String sealed, Instant now) {
        mustBeDraft();
        text = sealed;
        changedAt = now;
    }

    /** Keeps it as it is, under the fingerprint of the open text. */
    void makeFinal(String open, Instant now) {
        mustBeDraft();
        finalAt = now;
        hash = fingerprint(open, now);
        changedAt = now;
        become(CounselingNoteStatus.FINAL);
    }

    /** It was entered in error; the text stays. */
    void strike(Instant now) {
        if (status != CounselingNoteStatus.FINAL) {
            throw CounselingNoteRule.STRUCK_ONCE_FINAL.because("It is %s.".formatted(status));
        }
        struckAt = now;
        changedAt = now;
        become(CounselingNoteStatus.STRUCK);
    }

    /** Something is added, also to one that was struck: why it was is said like this. */
    void added(Instant now) {
        if (status == CounselingNoteStatus.DRAFT) {
            throw CounselingNoteRule.ADDED_TO_ONCE_FINAL.because("It is a draft. Change the note itself.");
        }
        changedAt = now;
    }

    /** Opens it to one supervisor instead of the one before, or to nobody. */
    void superviseBy(@Nullable StaffId named) {
        if (author.equals(named)) {
            throw CounselingNoteRule.SUPERVISOR_IS_ANOTHER.because("You wrote it yourself.");
        }
        supervisor = named;
    }

    void mustBeDraft() {
        if (status != CounselingNoteStatus.DRAFT) {
            throw CounselingNoteRule.COUNSELING_NOTE_IS_LOCKED.because(
                    "It is %s since %s. Write an addendum, or strike it.".formatted(status, finalAt));
        }
    }

    void mustBeBy(StaffId who) {
        if (!author.equals(who)) {
            throw CounselingNoteRule.ONLY_ITS_AUTHOR.because(
                    "You may read it. Ask %s for anything else.".formatted(author));
        }
    }

    /** True where the open text is what was made final; null while it is a draft. */
    @Nullable
    Boolean holds(String open) {
        return finalAt == null ? null : fingerprint(open, finalAt).equals(hash);
    }

    private String fingerprint(String open, Instant at) {
        return new Fingerprint()
                .with(id, patient, episode, session == null ? "" : session, author, open, at)
                .hex();
    }

    private void become(CounselingNoteStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("a counseling note that is %s can not become %s".formatted(status, next));
        }
        status = next;
    }

    CounselingNoteLine line() {
        return new CounselingNoteLine(
                id,
                patient,
                episode,
                session,
                author,
                supervisor,
                status,
                writtenAt,
                changedAt,
                finalAt,
                struckAt,
                version);
    }

    CounselingNoteId id() {
        return id;
    }

    String sealed() {
        return text;
    }

    @Nullable
    String hash() {
        return hash;
    }
}
