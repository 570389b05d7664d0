package org.stepwell.enrollment.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.LetterId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.http.PageRequest;

/** The letters of the clinic. */
@Singleton
class Letters implements PanacheRepositoryBase<Letter, LetterId> {

    Letter of(LetterId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** Of what sends it, who withdraws it and who opens it at once, one waits. */
    Letter lockedOf(LetterId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Letter> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }

    /** Those that wait for their day, oldest first; none leaves, or is withdrawn, until the transaction ends. */
    List<Letter> lockedQueuedOf(PatientId patient) {
        return find("patient = ?1 and status = ?2 order by id.value", patient, Letter.Status.QUEUED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
