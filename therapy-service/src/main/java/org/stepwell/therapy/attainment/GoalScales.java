package org.stepwell.therapy.attainment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.platform.seal.SealedJson;

/** The scales of episodes, and what they say: it is sealed, for each by itself. */
@Singleton
class GoalScales implements PanacheRepositoryBase<GoalScale, UUID> {

    private static final String PART = "goal-scale";

    private final SealedJson sealed;

    GoalScales(SealedJson sealed) {
        this.sealed = sealed;
    }

    /** All of an episode, oldest first: a handful. */
    List<GoalScale> of(EpisodeId episode) {
        return list("episode = ?1 order by id", episode);
    }

    /** Whoever agrees on another scale of the episode waits until the transaction ends. */
    void lock(EpisodeId episode) {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from episode where clinic_id = platform.current_clinic() and id = ?1 for update")
                .setParameter(1, episode.value())
                .getResultList();
    }

    /** One of an episode's, held until the transaction ends; or 404. */
    GoalScale of(EpisodeId episode, UUID scale) {
        return find("episode = ?1 and id = ?2", episode, scale)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    String seal(UUID scale, ScaleContent content) {
        return sealed.seal(PART, scale, content);
    }

    GoalScaleView show(GoalScale scale, List<GoalRating> ratings) {
        return scale.view(sealed.open(PART, scale.id(), scale.content(), ScaleContent.class), ratings);
    }
}
