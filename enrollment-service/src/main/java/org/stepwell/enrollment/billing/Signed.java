package org.stepwell.enrollment.billing;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.therapy.TherapyFact.NoteSigned;
import org.stepwell.contracts.therapy.TherapyFact.NoteStruck;
import org.stepwell.platform.database.Sql;

/** For which sessions a patient's part of the note is signed, as therapy says. */
@Singleton
public class Signed {

    private final Sql sql;

    Signed(Sql sql) {
        this.sql = sql;
    }

    /** A part of a note was signed, the first one or another in the place of one that was struck. */
    public void signed(NoteSigned note) {
        sql.update("""
                insert into signed_note (patient_id, session_id) values (?, ?)
                on conflict (clinic_id, patient_id, session_id) do update set struck_at = null
                """, note.patient().value(), note.session().value());
    }

    /** What was signed of a session was struck: nothing is billed on it until another is signed. */
    public void struck(NoteStruck note) {
        sql.update("""
                update signed_note set struck_at = ?
                where clinic_id = platform.current_clinic() and patient_id = ? and session_id = ?
                """, note.at(), note.patient().value(), note.session().value());
    }

    /** Of these sessions, those whose note is signed for the patient. */
    public Set<SessionId> among(PatientId patient, Collection<SessionId> sessions) {
        return among(List.of(patient), sessions)
                .getOrDefault(patient, Notes.NONE)
                .signed();
    }

    /**
     * Which sessions have a note for a patient.
     *
     * @param signed those of which it stands
     * @param struck those of which it was struck, and none was signed since
     */
    record Notes(Set<SessionId> signed, Set<SessionId> struck) {

        static final Notes NONE = new Notes(Set.of(), Set.of());
    }

    /** Of these sessions, for each of these patients who has any. */
    Map<PatientId, Notes> among(Collection<PatientId> patients, Collection<SessionId> sessions) {
        var found = new HashMap<PatientId, Notes>();
        sql.list(
                        """
                        select patient_id, session_id, struck_at is not null as struck from signed_note
                        where clinic_id = platform.current_clinic() and patient_id = any (?) and session_id = any (?)
                        """,
                        row -> new One(
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                new SessionId(row.getObject("session_id", UUID.class)),
                                row.getBoolean("struck")),
                        patients.stream().map(PatientId::value).toArray(UUID[]::new),
                        sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .forEach(one -> {
                    var notes = found.computeIfAbsent(one.patient(), _ -> new Notes(new HashSet<>(), new HashSet<>()));
                    (one.struck() ? notes.struck() : notes.signed()).add(one.session());
                });
        return found;
    }

    private record One(PatientId patient, SessionId session, boolean struck) {}
}
