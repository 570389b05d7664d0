package org.stepwell.therapy.outreach;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** The runs of absence; of an episode, one is open at a time, and whoever changes anything about it locks it first. */
@Singleton
class AbsenceRuns implements PanacheRepositoryBase<AbsenceRun, UUID> {

    Optional<AbsenceRun> lockedOpen(EpisodeId episode) {
        return find("episode = ?1 and endedAt is null", episode)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** The last of an episode, newest last. */
    List<AbsenceRun> last(EpisodeId episode, int count) {
        return find("episode = ?1 order by id desc", episode)
                .page(0, count)
                .list()
                .reversed();
    }
}
