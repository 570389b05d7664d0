package org.stepwell.therapy.handoff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.stepwell.contracts.id.EpisodeId;

/** The discharge summaries of the clinic, one of an episode. Whoever means to change one locks it first. */
@Singleton
class Summaries implements PanacheRepositoryBase<DischargeSummary, EpisodeId> {

    Optional<DischargeSummary> locked(EpisodeId episode) {
        return find("episode", episode).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    /** What was added to one, in order. */
    List<SummaryAddendum> addendaTo(EpisodeId episode) {
        return getEntityManager()
                .createQuery("from SummaryAddendum a where a.episode = ?1 order by a.id", SummaryAddendum.class)
                .setParameter(1, episode)
                .getResultList();
    }

    void keep(SummaryAddendum addendum) {
        getEntityManager().persist(addendum);
    }
}
