package org.stepwell.therapy.career;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** What is in whose way; the database keeps one word on each. */
@Singleton
class BarriersMet implements PanacheRepositoryBase<BarrierMet, UUID> {

    Optional<BarrierMet> of(EpisodeId episode, Barrier barrier) {
        return find("episode = ?1 and barrier = ?2", episode, barrier).singleResultOptional();
    }

    /** All: no more than there are barriers. */
    List<BarrierMet> of(EpisodeId episode) {
        return list("episode = ?1 order by barrier", episode);
    }
}
