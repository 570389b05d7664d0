package org.stepwell.therapy.note;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.contracts.therapy.TherapyFact.NoteSigned;
import org.stepwell.platform.database.Uuid7;

/** The part of a note that is about one patient. */
@Entity
@Table(name = "note_part")
class NotePart {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "note_id")
    private GroupNote note;

    private PatientId patient;
    private EpisodeId episode;
    private boolean present;

    @Enumerated(EnumType.STRING)
    private AttendanceStatus attendance;

    private int minutes;

    @Enumerated(EnumType.STRING)
    private @Nullable Participation participation;

    private @Nullable String content;
    private @Nullable Instant signedAt;
    private @Nullable String hash;

    @SuppressWarnings("NullAway.Init")
    protected NotePart() {}

    NotePart(GroupNote note, AttendanceRecorded first) {
        this.id = Uuid7.next();
        this.note = note;
        this.patient = first.patient();
        this.episode = first.episode();
        this.attendance = first.status();
    }

    /** How a part is kept: what was written, sealed. */
    record Sealed(Participation participation, String content) {}

    /** The patient was there, or not, by the newest word; what is signed keeps what was known then. */
    void attendance(AttendanceRecorded newest) {
        present = newest.status().attended();
        if (signedAt == null) {
            episode = newest.episode();
            attendance = newest.status();
            minutes = newest.minutes();
        }
    }

    void write(@Nullable Sealed sealed) {
        participation = sealed == null ? null : sealed.participation();
        content = sealed == null ? null : sealed.content();
    }

    void sign(String fingerprint, Instant now) {
        hash = fingerprint;
        signedAt = now;
    }

    NoteSigned signedBy(Signer signer) {
        var of = note.facts();
        return new NoteSigned(
                patient, episode, of.id(), of.session(), signer.staff(), Objects.requireNonNull(signedAt));
    }

    /** Present, and nobody has signed for it. */
    boolean open() {
        return present && signedAt == null;
    }

    boolean signed() {
        return signedAt != null;
    }

    UUID id() {
        return id;
    }

    GroupNote note() {
        return note;
    }

    PatientId patient() {
        return patient;
    }

    EpisodeId episode() {
        return episode;
    }

    boolean present() {
        return present;
    }

    AttendanceStatus attendance() {
        return attendance;
    }

    int minutes() {
        return minutes;
    }

    @Nullable
    Participation participation() {
        return participation;
    }

    @Nullable
    String content() {
        return content;
    }

    @Nullable
    Instant signedAt() {
        return signedAt;
    }

    @Nullable
    String hash() {
        return hash;
    }
}
