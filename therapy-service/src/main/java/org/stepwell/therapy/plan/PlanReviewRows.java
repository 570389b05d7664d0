package org.stepwell.therapy.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** The reviews that are ahead, one for each episode that is open. Whoever means to change one locks it first. */
@Singleton
class PlanReviewRows implements PanacheRepositoryBase<PlanReview, EpisodeId> {

    Optional<PlanReview> locked(EpisodeId episode) {
        return find("episode", episode).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    List<PlanReview> locked(PatientId patient) {
        return find("patient", patient).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
