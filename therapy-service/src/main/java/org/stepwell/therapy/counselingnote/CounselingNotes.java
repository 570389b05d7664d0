package org.stepwell.therapy.counselingnote;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;

/** The counseling notes of the clinic; no list of them is anybody's but those whose they are. */
@Singleton
class CounselingNotes implements PanacheRepositoryBase<CounselingNote, CounselingNoteId> {

    /** Whose notes are asked for: those they wrote, and those that name them as the supervisor. */
    record Reader(StaffId author, StaffId supervisor) {}

    CounselingNote of(CounselingNoteId note) {
        return find("id", note).singleResultOptional().orElseThrow(NotFoundException::new);
    }

    CounselingNote locked(CounselingNoteId note) {
        return find("id", note)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** A page of those about a patient that this reader may open. */
    List<CounselingNote> about(PatientId patient, Reader reader, UUID after, int count) {
        return find(
                        "patient = ?1 and id.value > ?2 and (author = ?3 or supervisor = ?4) order by id.value",
                        patient,
                        after,
                        reader.author(),
                        reader.supervisor())
                .page(0, count)
                .list();
    }

    /** Whether there is any of them. */
    boolean anyAbout(PatientId patient, Reader reader) {
        return !about(patient, reader, new UUID(0, 0), 1).isEmpty();
    }

    /** What was added to a note, in order. */
    List<CounselingAddendum> addendaTo(CounselingNoteId note) {
        return getEntityManager()
                .createQuery("from CounselingAddendum a where a.note = ?1 order by a.id", CounselingAddendum.class)
                .setParameter(1, note)
                .getResultList();
    }

    void keep(CounselingAddendum addendum) {
        getEntityManager().persist(addendum);
    }
}
