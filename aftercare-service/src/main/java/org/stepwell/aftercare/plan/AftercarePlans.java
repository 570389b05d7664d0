package org.stepwell.aftercare.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;

/** The plans of the clinic. */
@Singleton
class AftercarePlans implements PanacheRepositoryBase<AftercarePlan, AftercarePlanId> {

    AftercarePlan of(AftercarePlanId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** The plan as it is now, kept so until the transaction ends: arranging and closing wait for each other. */
    AftercarePlan locked(AftercarePlanId id) {
        var plan = of(id);
        flush(); // an earlier event of the same transaction may have changed it
        getEntityManager().refresh(plan, LockModeType.PESSIMISTIC_WRITE);
        return plan;
    }

    Optional<AftercarePlan> openOf(EpisodeId episode) {
        return find("episode = ?1 and status <> ?2", episode, AftercarePlan.Status.CLOSED)
                .firstResultOptional();
    }

    /** The open plan of an episode, else its newest. */
    AftercarePlan latestOf(EpisodeId episode) {
        return lastOf(episode).orElseThrow(NotFoundException::new);
    }

    Optional<AftercarePlan> lastOf(EpisodeId episode) {
        return openOf(episode)
                .or(() -> find("episode = ?1 order by id.value desc", episode).firstResultOptional());
    }

    /** Plans of other episodes that are still active when a patient comes back. */
    List<AftercarePlan> activeBesides(PatientId patient, EpisodeId episode) {
        return list("patient = ?1 and status = ?2 and episode <> ?3", patient, AftercarePlan.Status.ACTIVE, episode);
    }

    /** The newest plan of other episodes of a patient. */
    Optional<AftercarePlan> lastBesides(PatientId patient, EpisodeId episode) {
        return find("patient = ?1 and episode <> ?2 order by id.value desc", patient, episode)
                .firstResultOptional();
    }

    List<AftercarePlan> ofPatient(PatientId patient, UUID after, int limit) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, after)
                .page(0, limit)
                .list();
    }
}
