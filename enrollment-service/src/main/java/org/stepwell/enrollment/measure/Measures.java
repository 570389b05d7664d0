package org.stepwell.enrollment.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.http.PageRequest;

/** The measures that intake took at the clinic. */
@Singleton
class Measures implements PanacheRepositoryBase<Measure, MeasureId> {

    List<Measure> page(PatientId patient, PageRequest page) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, page.after())
                .page(0, page.fetch())
                .list();
    }

    Measure of(PatientId patient, MeasureId measure) {
        return find("patient = ?1 and id = ?2", patient, measure)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** Whether any of these questionnaires was taken since. */
    boolean takenSince(PatientId patient, Collection<String> instruments, Instant since) {
        return count("patient = ?1 and scored.instrument in ?2 and takenAt >= ?3", patient, instruments, since) > 0;
    }
}
