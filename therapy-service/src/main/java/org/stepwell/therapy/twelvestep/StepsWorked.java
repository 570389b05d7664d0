package org.stepwell.therapy.twelvestep;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** How far patients are with which steps; the database keeps one word on each. */
@Singleton
class StepsWorked implements PanacheRepositoryBase<StepWork, UUID> {

    Optional<StepWork> of(EpisodeId episode, Fellowship fellowship, int step) {
        return find("episode = ?1 and fellowship = ?2 and step = ?3", episode, fellowship, step)
                .singleResultOptional();
    }

    /** All that were begun: as many as fellowships have. */
    List<StepWork> begun(EpisodeId episode) {
        return list("episode = ?1 and begunAt is not null order by fellowship, step", episode);
    }
}
