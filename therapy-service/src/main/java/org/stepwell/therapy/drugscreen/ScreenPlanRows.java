package org.stepwell.therapy.drugscreen;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;

/** The plans of random screens, one for a stay, as long as that goes on; whoever means to change one locks it first. */
@Singleton
class ScreenPlanRows implements PanacheRepositoryBase<ScreenPlan, EpisodeId> {

    Optional<ScreenPlan> of(EpisodeId episode) {
        return find("episode", episode).<ScreenPlan>singleResultOptional().filter(plan -> !plan.isOver());
    }

    Optional<ScreenPlan> locked(EpisodeId episode) {
        return any(episode).filter(plan -> !plan.isOver());
    }

    /** The one that ended with the stay. */
    Optional<ScreenPlan> lockedOver(EpisodeId episode) {
        return any(episode).filter(ScreenPlan::isOver);
    }

    private Optional<ScreenPlan> any(EpisodeId episode) {
        return find("episode", episode).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }
}
