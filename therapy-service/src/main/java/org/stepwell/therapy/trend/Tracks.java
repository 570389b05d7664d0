package org.stepwell.therapy.trend;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;

/** Which questionnaires of which episodes are followed. */
@Singleton
class Tracks implements PanacheRepositoryBase<Track, UUID> {

    Optional<Track> locked(EpisodeId episode, String instrument) {
        return find("episode = ?1 and instrument = ?2", episode, instrument)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    List<Track> of(EpisodeId episode) {
        return list("episode", episode);
    }
}
