package org.stepwell.therapy.motivation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** In which stages patients were seen. */
@Singleton
class StagesSeen implements PanacheRepositoryBase<StageSeen, UUID> {

    /** The last of an episode, oldest first: by the day, and of the same day by when it was written down. */
    List<StageSeen> last(EpisodeId episode, int count) {
        return find("episode = ?1 order by day desc, recordedAt desc, id desc", episode)
                .page(0, count)
                .list()
                .reversed();
    }
}
