package org.stepwell.therapy.medication;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.PatientId;

/** When somebody looked into the monitoring program. */
@Singleton
class PdmpChecks implements PanacheRepositoryBase<PdmpCheck, UUID> {

    /** The last of a patient, newest last. */
    List<PdmpCheck> last(PatientId patient, int count) {
        return find("patient = ?1 order by checkedAt desc", patient)
                .page(0, count)
                .list()
                .reversed();
    }

    Optional<Instant> lastOf(PatientId patient) {
        return last(patient, 1).stream().map(PdmpCheck::checkedAt).findFirst();
    }
}
