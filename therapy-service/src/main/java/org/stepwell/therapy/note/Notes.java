package org.stepwell.therapy.note;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;

/** The notes of the clinic. Who means to change one locks it first, so that nobody's change is lost. */
@Singleton
class Notes implements PanacheRepositoryBase<GroupNote, NoteId> {

    private final Sql sql;

    Notes(Sql sql) {
        this.sql = sql;
    }

    /** The note of a session, begun where there is none; two who begin it at once begin the same one. */
    GroupNote begun(SessionId session, NoteHeader header, Instant at) {
        var fresh = new GroupNote(new NoteId(Uuid7.next()), session, header, at).facts();
        sql.update(
                """
                insert into note (id, version, session_id, status, modality, date, starts_at, ends_at, present, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (clinic_id, session_id) do nothing
                """,
                fresh.id().value(),
                fresh.version(),
                session.value(),
                fresh.status().name(),
                header.modality().name(),
                header.date(),
                header.startsAt(),
                header.endsAt(),
                fresh.present(),
                at);
        return locked(session).orElseThrow();
    }

    Optional<GroupNote> locked(SessionId session) {
        return find("session", session).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    GroupNote locked(NoteId note) {
        return find("id", note).withLock(LockModeType.PESSIMISTIC_WRITE).singleResult();
    }

    GroupNote of(SessionId session) {
        return find("session", session).singleResultOptional().orElseThrow(NotFoundException::new);
    }

    /** A page of all notes. */
    List<GroupNote> all(UUID after, int count) {
        return find("id.value > ?1 order by id.value", after).page(0, count).list();
    }

    /** A page of the notes that are late. */
    List<GroupNote> late(UUID after, int count) {
        return find("overdueAt is not null and id.value > ?1 order by id.value", after)
                .page(0, count)
                .list();
    }

    /** A page of the notes that stand like this. */
    List<GroupNote> in(NoteStatus status, UUID after, int count) {
        return find("status = ?1 and id.value > ?2 order by id.value", status, after)
                .page(0, count)
                .list();
    }

    /** A page of a patient's signed parts, with their notes. */
    List<NotePart> signedPartsOf(PatientId patient, UUID after, int count) {
        return getEntityManager()
                .createQuery(
                        "from NotePart p join fetch p.note where p.patient = ?1 and p.id > ?2 and p.signedAt is not null order by p.id",
                        NotePart.class)
                .setParameter(1, patient)
                .setParameter(2, after)
                .setMaxResults(count)
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
