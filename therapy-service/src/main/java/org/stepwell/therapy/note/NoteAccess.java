package org.stepwell.therapy.note;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.access.Access;
import org.stepwell.therapy.roster.Sessions;
import org.stepwell.therapy.roster.Signer;
import org.stepwell.therapy.roster.StaffMembers;

/** Who may do what to a note: those who lead its session, whoever answers for its author once it is signed, and supervisors. */
@Singleton
class NoteAccess {

    private final Notes notes;
    private final Sessions sessions;
    private final StaffMembers staff;
    private final Access access;

    NoteAccess(Notes notes, Sessions sessions, StaffMembers staff, Access access) {
        this.notes = notes;
        this.sessions = sessions;
        this.staff = staff;
        this.access = access;
    }

    /** What is known of a session's notes, for those who lead it; 403 or 404. */
    void toSession(SessionId session) {
        access.toWhatIsLedBy(sessions.of(session).facilitators());
    }

    /** The note, to be read; 403 or 404. */
    Note to(NoteId id) {
        var note = notes.of(id);
        var leaders = new ArrayList<StaffId>(sessions.of(note.facts().session()).facilitators());
        var signature = note.facts().signature();
        if (signature != null) {
            staff.supervisorOf(signature.signedBy()).ifPresent(leaders::add);
        }
        access.toWhatIsLedBy(leaders);
        return note;
    }

    /** The same, to be changed. */
    Note locked(NoteId id) {
        to(id);
        return notes.locked(id);
    }

    /** Whoever asks, as somebody who signs. */
    Signer signer() {
        return staff.signer(access.staff());
    }

    /** The same, where they supervise whoever signed the note. */
    Signer supervisorOf(Note note) {
        note.mustWait();
        var who = access.staff();
        if (!access.reach().overseesAll()
                && staff.supervisorOf(note.author()).filter(who::equals).isEmpty()) {
            throw NoteRule.COSIGNED_BY_A_SUPERVISOR.because("%s signed it. Ask a supervisor.".formatted(note.author()));
        }
        return signer();
    }

    /** The same, where they have signed the note themselves, or supervise. */
    Signer signerOf(Note note) {
        var who = access.staff();
        boolean byAnother = note.facts().signature() != null && !note.isSignedBy(who);
        if (byAnother && !access.reach().overseesAll()) {
            throw NoteRule.STRUCK_BY_ITS_SIGNER.because("You have not signed it. Ask who did, or a supervisor.");
        }
        return signer();
    }
}
