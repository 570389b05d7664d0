package org.stepwell.therapy.attainment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** The ratings on scales. */
@Singleton
class GoalRatings implements PanacheRepositoryBase<GoalRating, UUID> {

    /** Of all scales of an episode, by day, and of one day as they were recorded. */
    List<GoalRating> of(EpisodeId episode) {
        return list("episode = ?1 order by day, ratedAt, id", episode);
    }

    List<GoalRating> on(EpisodeId episode, UUID scale) {
        return list("episode = ?1 and scaleId = ?2 order by day, ratedAt, id", episode, scale);
    }
}
