package org.stepwell.therapy.twelvestep;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** What patients chose, with all they chose before. */
@Singleton
class Choices implements PanacheRepositoryBase<Chosen, UUID> {

    Optional<Chosen> current(EpisodeId episode) {
        return last(episode, 1).stream().findFirst();
    }

    /** The last of an episode, oldest first. */
    List<Chosen> last(EpisodeId episode, int count) {
        return find("episode = ?1 order by chosenAt desc, id desc", episode)
                .page(0, count)
                .list()
                .reversed();
    }
}
