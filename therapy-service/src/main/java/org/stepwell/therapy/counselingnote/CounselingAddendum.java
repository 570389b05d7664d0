package org.stepwell.therapy.counselingnote;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.therapy.note.Fingerprint;

/** What its author adds to a counseling note that is final. */
@Entity
@Table(name = "counseling_note_addendum")
class CounselingAddendum {

    @Id
    private UUID id;

    private CounselingNoteId note;
    private String text;
    private Instant writtenAt;
    private String hash;

    @SuppressWarnings("NullAway.Init")
    protected CounselingAddendum() {}

    /** @param sealed the text, sealed for this addendum; the fingerprint is made of the open {@code text} */
    CounselingAddendum(UUID id, CounselingNoteId note, String text, String sealed, Instant now) {
        this.id = id;
        this.note = note;
        this.text = sealed;
        this.writtenAt = now;
        this.hash = fingerprint(text);
    }

    UUID id() {
        return id;
    }

    String sealed() {
        return text;
    }

    CounselingNoteView.Added view(String open) {
        return new CounselingNoteView.Added(
                id, open, writtenAt, hash, fingerprint(open).equals(hash));
    }

    private String fingerprint(String open) {
        return new Fingerprint().with(id, note, open, writtenAt).hex();
    }
}
