package org.stepwell.therapy.outreach;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** The attempts to reach patients; those taken back are kept, and shown to nobody. */
@Singleton
class OutreachAttempts implements PanacheRepositoryBase<OutreachAttempt, UUID> {

    /** Of an episode since a time, in their order. */
    List<OutreachAttempt> since(EpisodeId episode, Instant since) {
        return list("episode = ?1 and madeAt >= ?2 and takenBackAt is null order by madeAt, id", episode, since);
    }

    /** The last of an episode, newest last. */
    List<OutreachAttempt> last(EpisodeId episode, int count) {
        return find("episode = ?1 and takenBackAt is null order by madeAt desc, id desc", episode)
                .page(0, count)
                .list()
                .reversed();
    }

    OutreachAttempt of(EpisodeId episode, UUID attempt) {
        return find("episode = ?1 and id = ?2", episode, attempt)
                .singleResultOptional()
                .orElseThrow(NotFoundException::new);
    }
}
