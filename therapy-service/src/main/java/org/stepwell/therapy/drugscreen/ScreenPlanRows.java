package org.stepwell.therapy.drugscreen;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;

/** The plans of random screens, one for a stay; whoever means to change one locks it first. */
@Singleton
class ScreenPlanRows implements PanacheRepositoryBase<ScreenPlan, EpisodeId> {

    Optional<ScreenPlan> of(EpisodeId episode) {
        return find("episode", episode).singleResultOptional();
    }

    Optional<ScreenPlan> locked(EpisodeId episode) {
        return find("episode", episode).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }
}
