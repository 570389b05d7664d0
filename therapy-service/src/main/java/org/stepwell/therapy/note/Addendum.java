package org.stepwell.therapy.note;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.therapy.roster.Signer;

/** What is added to a signed note, about one patient or the whole group; signed as it is written. */
@Entity
@Table(name = "note_addendum")
class Addendum {

    @Id
    private UUID id;

    private NoteId note;
    private @Nullable PatientId patient;
    private String text;
    private Instant writtenAt;
    private StaffId writtenBy;
    private String credentials;
    private String hash;

    @SuppressWarnings("NullAway.Init")
    protected Addendum() {}

    /** @param sealed the text, sealed for this addendum; the fingerprint is made of the open {@code text} */
    Addendum(
            UUID id, NoteId note, @Nullable PatientId patient, String text, String sealed, Signer signer, Instant now) {
        this.id = id;
        this.note = note;
        this.patient = patient;
        this.text = sealed;
        this.writtenAt = now;
        this.writtenBy = signer.staff();
        this.credentials = signer.credentials();
        this.hash = new Fingerprint()
                .with(id, note, patient == null ? "" : patient, text, now, signer.staff(), signer.credentials())
                .hex();
    }

    UUID id() {
        return id;
    }

    NoteId note() {
        return note;
    }

    @Nullable
    PatientId patient() {
        return patient;
    }

    String sealed() {
        return text;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    StaffId signer() {
        return writtenBy;
    }

    String credentials() {
        return credentials;
    }

    /** The name under which its text is sealed. */
    String name() {
        return name(id);
    }

    static String name(UUID id) {
        return "addendum/" + id;
    }

    String hash() {
        return hash;
    }
}
