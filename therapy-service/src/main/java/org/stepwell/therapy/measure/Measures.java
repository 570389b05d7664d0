package org.stepwell.therapy.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.MeasureId;
import org.stepwell.contracts.id.PatientId;

/** The measures of the clinic. */
@Singleton
class Measures implements PanacheRepositoryBase<Measure, MeasureId> {

    List<Measure> of(PatientId patient, UUID after, int count) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, after)
                .page(0, count)
                .list();
    }

    Measure of(PatientId patient, MeasureId measure) {
        return find("patient = ?1 and id = ?2", patient, measure)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }
}
