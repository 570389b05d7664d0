package org.stepwell.aftercare.weeklytherapy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.stepwell.contracts.id.AftercarePlanId;

/** The weekly therapies of the clinic's plans. */
@Singleton
class WeeklyTherapies implements PanacheRepositoryBase<WeeklyTherapy, AftercarePlanId> {

    Optional<WeeklyTherapy> lockedOf(AftercarePlanId plan) {
        return findByIdOptional(plan, LockModeType.PESSIMISTIC_WRITE);
    }
}
