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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.notetext.Participation;

/** The part of a note that is about one patient. */
@Entity
@Table(name = "note_part")
class NotePart {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "note_id")
    private Note note;

    private SessionId session;
    private PatientId patient;
    private EpisodeId episode;
    private boolean present;

    @Enumerated(EnumType.STRING)
    private AttendanceStatus attendance;

    private int minutes;
    private int attendedMinutes;

    @Enumerated(EnumType.STRING)
    private AttendanceStatus attendedAs;

    private boolean answered;

    @Enumerated(EnumType.STRING)
    private @Nullable Participation participation;

    private @Nullable String content;
    private @Nullable Instant signedAt;
    private @Nullable String hash;

    @SuppressWarnings("UnusedVariable") // the database reads it, which keeps a patient out of two sessions at a time
    private @Nullable Instant startsAt;

    @SuppressWarnings("UnusedVariable") // as above
    private @Nullable Instant endsAt;

    private @Nullable Instant struckAt;

    @SuppressWarnings("NullAway.Init")
    protected NotePart() {}

    NotePart(Note note, AttendanceRecorded first) {
        this.id = Uuid7.next();
        this.note = note;
        this.session = first.session();
        this.patient = first.patient();
        attendance(first);
    }

    /** In the place of one that was struck, of somebody who was there. */
    NotePart(Note note, NotePart struck) {
        this.id = Uuid7.next();
        this.note = note;
        this.session = struck.session;
        this.patient = struck.patient;
        this.episode = struck.episode;
        this.present = struck.present;
        this.attendance = struck.attendedAs;
        this.attendedAs = struck.attendedAs;
        this.minutes = struck.attendedMinutes;
        this.attendedMinutes = struck.attendedMinutes;
    }

    /** How a part is kept: what was written, sealed. */
    record Sealed(@Nullable Participation participation, String content) {}

    /** Whether the newest word says something else than is known. */
    boolean differsFrom(AttendanceRecorded newest) {
        return present != newest.status().attended()
                || attendance != newest.status()
                || minutes != newest.minutes()
                || !episode.equals(newest.episode());
    }

    /** The patient was there, or not, by the newest word. */
    final void attendance(AttendanceRecorded newest) {
        present = newest.status().attended();
        attendance = newest.status();
        attendedAs = newest.status();
        minutes = newest.minutes();
        attendedMinutes = newest.minutes();
        episode = newest.episode();
    }

    /** By the newest word it was otherwise than is signed, which stays; false where it says what is known. */
    boolean corrected(AttendanceRecorded newest) {
        boolean changes = attendedAs != newest.status() || attendedMinutes != newest.minutes();
        present = newest.status().attended();
        attendedAs = newest.status();
        attendedMinutes = newest.minutes();
        answered = answered && !changes;
        return changes;
    }

    /** Something was added about it. */
    void answer() {
        answered = true;
    }

    /**
     * Whether the attendance says something else by now than what is signed, and whoever signed it said nothing to it. Words are
     * no answer where the patient was not there at all: what is said of them is struck.
     */
    boolean asksForAWord() {
        boolean differs = attendedAs != attendance || attendedMinutes != minutes;
        return stands() && (!present || (differs && !answered));
    }

    void write(@Nullable Sealed sealed) {
        participation = sealed == null ? null : sealed.participation();
        content = sealed == null ? null : sealed.content();
    }

    void sign(String fingerprint, NoteHeader header, Instant now) {
        hash = fingerprint;
        var there = timeThere(header);
        startsAt = there.from();
        endsAt = there.until();
        signedAt = now;
    }

    TimeThere timeThere(NoteHeader session) {
        return TimeThere.of(session, attendance, minutes);
    }

    void strike(Instant now) {
        struckAt = now;
    }

    /** Signed, and not struck: it stands for the patient in the session. */
    boolean stands() {
        return signedAt != null && struckAt == null;
    }

    UUID id() {
        return id;
    }

    Note note() {
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

    AttendanceStatus attendedAs() {
        return attendedAs;
    }

    int attendedMinutes() {
        return attendedMinutes;
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
    Instant struckAt() {
        return struckAt;
    }

    @Nullable
    String hash() {
        return hash;
    }
}
