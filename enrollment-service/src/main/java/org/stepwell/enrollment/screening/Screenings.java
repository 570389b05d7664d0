package org.stepwell.enrollment.screening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.ScreeningId;
import org.stepwell.platform.http.PageRequest;

/** The screenings of the clinic's patients. */
@Singleton
public class Screenings implements PanacheRepositoryBase<Screening, ScreeningId> {

    Screening of(ScreeningId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    List<Screening> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }

    /** The hard stops that are open in the latest screening; nothing where the patient was never screened. */
    public Optional<Set<HardStop>> openHardStopsOf(PatientId patient) {
        return find("patient = ?1 order by id.value desc", patient)
                .firstResultOptional()
                .map(Screening::openHardStops);
    }
}
