package org.stepwell.therapy.career;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.seal.SealedJson;

/** What patients want to reach; it is sealed, for each goal by itself. */
@Singleton
class CareerGoals implements PanacheRepositoryBase<CareerGoal, UUID> {

    private static final String PART = "career-goal";

    private final SealedJson sealed;

    CareerGoals(SealedJson sealed) {
        this.sealed = sealed;
    }

    CareerGoal of(EpisodeId episode, UUID goal) {
        return find("episode = ?1 and id = ?2", episode, goal)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** The last of an episode, oldest first. */
    List<CareerGoal> last(EpisodeId episode, int count) {
        return find("episode = ?1 order by id desc", episode)
                .page(0, count)
                .list()
                .reversed();
    }

    String seal(UUID goal, String text) {
        return sealed.seal(PART, goal, text);
    }

    CareerGoalView show(CareerGoal goal) {
        return goal.view(sealed.open(PART, goal.id(), goal.sealedGoal(), String.class));
    }
}
