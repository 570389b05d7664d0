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
import org.stepwell.platform.database.Sql;

/** For which sessions a patient's part of the note is signed, as therapy says. */
@Singleton
public class Signed {

    private final Sql sql;

    Signed(Sql sql) {
        this.sql = sql;
    }

    /** A part of a note was signed; it stays signed. */
    public void signed(NoteSigned note) {
        sql.update(
                "insert into signed_note (patient_id, session_id) values (?, ?) on conflict do nothing",
                note.patient().value(),
                note.session().value());
    }

    /** Of these sessions, those whose note is signed for the patient. */
    public Set<SessionId> among(PatientId patient, Collection<SessionId> sessions) {
        return among(List.of(patient), sessions).getOrDefault(patient, Set.of());
    }

    /** The same for each of these patients who has any. */
    Map<PatientId, Set<SessionId>> among(Collection<PatientId> patients, Collection<SessionId> sessions) {
        var found = new HashMap<PatientId, Set<SessionId>>();
        sql.list(
                        """
                        select patient_id, session_id from signed_note
                        where clinic_id = platform.current_clinic() and patient_id = any (?) and session_id = any (?)
                        """,
                        row -> Map.entry(
                                new PatientId(row.getObject("patient_id", UUID.class)),
                                new SessionId(row.getObject("session_id", UUID.class))),
                        patients.stream().map(PatientId::value).toArray(UUID[]::new),
                        sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .forEach(row -> found.computeIfAbsent(row.getKey(), _ -> new HashSet<>())
                        .add(row.getValue()));
        return found;
    }
}
