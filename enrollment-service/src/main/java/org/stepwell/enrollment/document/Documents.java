package org.stepwell.enrollment.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.DocumentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.http.PageRequest;

/** The papers of the clinic's patients. */
@Singleton
class Documents implements PanacheRepositoryBase<Document, DocumentId> {

    Document of(DocumentId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To be changed: of two removals at once, one waits and is refused. */
    Document lockedOf(DocumentId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Document> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }
}
