package org.stepwell.therapy.motivation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.SessionId;

/** What was counted; the database keeps one count of a session. */
@Singleton
class ChangeTalks implements PanacheRepositoryBase<ChangeTalk, UUID> {

    Optional<ChangeTalk> of(EpisodeId episode, SessionId session) {
        return find("episode = ?1 and session = ?2", episode, session).singleResultOptional();
    }

    /** The last of an episode, oldest first. */
    List<ChangeTalk> last(EpisodeId episode, int count) {
        return find("episode = ?1 order by day desc, id desc", episode)
                .page(0, count)
                .list()
                .reversed();
    }
}
