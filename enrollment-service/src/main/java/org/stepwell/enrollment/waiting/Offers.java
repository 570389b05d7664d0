package org.stepwell.enrollment.waiting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.OfferId;
import org.stepwell.platform.http.PageRequest;

/** Places that were offered. */
@Singleton
class Offers implements PanacheRepositoryBase<Offer, OfferId> {

    Offer of(OfferId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** To be changed: of an answer and the end of its time, one waits. */
    Offer lockedOf(OfferId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    /** The one by which a place is kept for the episode. */
    Optional<Offer> lockedKeptFor(EpisodeId episode) {
        return find("episode = ?1 and status in ?2", episode, EnumSet.of(Offer.Status.OPEN, Offer.Status.ACCEPTED))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    List<Offer> page(EpisodeId episode, PageRequest page) {
        return find("episode = ?1 and id.value > ?2 order by id.value", episode, page.after())
                .page(0, page.fetch())
                .list();
    }
}
