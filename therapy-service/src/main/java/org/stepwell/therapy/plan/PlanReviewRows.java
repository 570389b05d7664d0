package org.stepwell.therapy.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** The next review of each episode. Whoever means to change one locks it first. */
@Singleton
class PlanReviewRows implements PanacheRepositoryBase<PlanReview, EpisodeId> {

    Optional<PlanReview> locked(EpisodeId episode) {
        return find("episode", episode).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    /** Of the episodes of a patient that go on. */
    List<PlanReview> locked(PatientId patient) {
        return find("patient = ?1 and endedAt is null", patient)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
