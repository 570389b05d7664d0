package org.stepwell.enrollment.screening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.platform.http.PageRequest;

/** The screenings of the clinic's patients. */
@Singleton
public class Screenings implements PanacheRepositoryBase<Screening, ScreeningId> {

    Screening of(ScreeningId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    Screening lockedOf(ScreeningId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<Screening> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }

    /** Whether the patient was ever screened. */
    public boolean hasAny(PatientId patient) {
        return count("patient = ?1", patient) > 0;
    }
}
