package org.stepwell.therapy.note;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.roster.Sessions.HeldSession;

/** The notes of the clinic. Who means to change one locks it first, so that nobody's change is lost. */
@Singleton
class Notes implements PanacheRepositoryBase<Note, NoteId> {

    private final Sql sql;

    Notes(Sql sql) {
        this.sql = sql;
    }

    /**
     * The open note of a session, begun where there is none; two who begin it at once begin the same one.
     *
     * @param owedSince counts where it is later than the session's end
     */
    Note begun(HeldSession session, int version, Instant at, Instant owedSince) {
        var header = NoteHeader.of(session);
        sql.update(
                """
                insert into note (id, version, session_id, status, modality, date, starts_at, ends_at, of_group, present,
                    present_elsewhere, owed_since, changed_at, led_alone)
                values (?, ?, ?, 'DUE', ?, ?, ?, ?, ?, 0, 0, ?, ?, false)
                on conflict (clinic_id, session_id) where status not in ('SIGNED', 'STRUCK') do nothing
                """,
                Uuid7.next(),
                version,
                session.session().value(),
                header.modality().name(),
                header.date(),
                header.startsAt(),
                header.endsAt(),
                session.inGroup(),
                owedSince,
                at);
        return locked(session.session()).open().orElseThrow();
    }

    SessionNotes locked(SessionId session) {
        return new SessionNotes(find("session = ?1 order by id.value", session)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list());
    }

    Note locked(NoteId note) {
        return find("id", note)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    SessionNotes of(SessionId session) {
        return new SessionNotes(list("session = ?1 order by id.value", session));
    }

    /** The note, or 404. */
    Note of(NoteId note) {
        return find("id", note).singleResultOptional().orElseThrow(NotFoundException::new);
    }

    /** What stands signed in the other notes of the same session, with these notes. */
    List<NotePart> standingBesides(Note note) {
        return getEntityManager()
                .createQuery("""
                        from NotePart p join fetch p.note
                        where p.session = ?1 and p.note <> ?2 and p.signedAt is not null and p.struckAt is null
                        """, NotePart.class)
                .setParameter(1, note.facts().session())
                .setParameter(2, note)
                .getResultList();
    }

    /** Whoever had a seat at a session, or has a part in any note of it. */
    Set<PatientId> members(SessionId session) {
        return Set.copyOf(sql.list(
                """
                select patient_id from attendance where clinic_id = platform.current_clinic() and session_id = ?
                union
                select p.patient_id from note n join note_part p on p.clinic_id = n.clinic_id and p.note_id = n.id
                where n.clinic_id = platform.current_clinic() and n.session_id = ?
                """, row -> new PatientId(row.getObject("patient_id", UUID.class)), session.value(), session.value()));
    }

    /**
     * A page of a patient's signed parts, with their notes: the last session first.
     *
     * @param after the last of the page before, if there was one
     */
    List<NotePart> signedPartsOf(PatientId patient, UUID after, int count) {
        var ids = sql.list("""
                select p.id from note_part p
                left join note_part before on before.clinic_id = p.clinic_id and before.id = ?
                where p.clinic_id = platform.current_clinic() and p.patient_id = ? and p.signed_at is not null
                    and (before.id is null or (p.starts_at, p.id) < (before.starts_at, before.id))
                order by p.starts_at desc, p.id desc limit ?
                """, row -> row.getObject("id", UUID.class), after, patient.value(), count);
        return getEntityManager()
                .createQuery(
                        "from NotePart p join fetch p.note where p.id in ?1 order by p.startsAt desc, p.id desc",
                        NotePart.class)
                .setParameter(1, ids)
                .getResultList();
    }

    /** The addenda of several notes, oldest first. */
    List<Addendum> addendaTo(List<NoteId> notes) {
        return notes.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("from Addendum a where a.note.value in ?1 order by a.id", Addendum.class)
                        .setParameter(1, notes.stream().map(NoteId::value).toList())
                        .getResultList();
    }

    void keep(Addendum addendum) {
        getEntityManager().persist(addendum);
    }
}
