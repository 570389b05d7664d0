package org.stepwell.enrollment.clinic;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.stepwell.contracts.id.ClinicId;

@Singleton
class Clinics implements PanacheRepositoryBase<Clinic, ClinicId> {

    Optional<Clinic> known(ClinicId id) {
        return findByIdOptional(id);
    }
}
