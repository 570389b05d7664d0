package org.stepwell.enrollment.rights;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RightsRequestId;
import org.stepwell.platform.http.PageRequest;

/** What the clinic's patients asked for. */
@Singleton
class RightsRequests implements PanacheRepositoryBase<RightsRequest, RightsRequestId> {

    RightsRequest of(RightsRequestId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To be changed: of an answer and a withdrawal at once, one waits. */
    RightsRequest lockedOf(RightsRequestId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<RightsRequest> page(PatientId patient, boolean complaintsToo, PageRequest page) {
        var found = complaintsToo
                ? find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                : find(
                        "patient = ?1 and id.value > ?2 and askedFor <> ?3 order by id.value",
                        patient,
                        page.after(),
                        Right.COMPLAINT);
        return found.page(0, page.fetch()).list();
    }

    /** What waits for an answer, oldest first, or the whole register. */
    List<RightsRequest> page(boolean openOnly, PageRequest page) {
        var found = openOnly
                ? find("status = ?1 and id.value > ?2 order by id.value", RightsRequest.Status.OPEN, page.after())
                : find("id.value > ?1 order by id.value", page.after());
        return found.page(0, page.fetch()).list();
    }
}
