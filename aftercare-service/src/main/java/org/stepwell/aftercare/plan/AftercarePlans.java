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

    private final Stints stints;

    AftercarePlans(Stints stints) {
        this.stints = stints;
    }

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
        return find(
                        "(following.episode = ?1 or following.nextEpisode = ?1) and standing.status <> ?2",
                        episode,
                        Standing.Status.CLOSED)
                .firstResultOptional();
    }

    Optional<AftercarePlan> openOf(PatientId patient) {
        return find("patient = ?1 and standing.status <> ?2 order by id.value desc", patient, Standing.Status.CLOSED)
                .firstResultOptional();
    }

    Optional<AftercarePlan> newestOf(PatientId patient) {
        return find("patient = ?1 order by id.value desc", patient).firstResultOptional();
    }

    /** The open plan of an episode, else its newest, else the one that went on after a later episode. */
    AftercarePlan latestOf(EpisodeId episode) {
        return lastOf(episode).or(() -> stints.planAfter(episode).map(this::of)).orElseThrow(NotFoundException::new);
    }

    Optional<AftercarePlan> lastOf(EpisodeId episode) {
        return openOf(episode)
                .or(() -> find("following.episode = ?1 or following.nextEpisode = ?1 order by id.value desc", episode)
                        .firstResultOptional());
    }

    /** Plans of other episodes that are still active when a patient comes back. */
    List<AftercarePlan> activeBesides(PatientId patient, EpisodeId episode) {
        return list(
                "patient = ?1 and standing.status = ?2 and following.episode <> ?3",
                patient,
                Standing.Status.ACTIVE,
                episode);
    }

    List<AftercarePlan> draftsOf(PatientId patient) {
        return list("patient = ?1 and standing.status = ?2", patient, Standing.Status.DRAFT);
    }

    /** Whether a patient has another plan that is not closed. */
    boolean anotherIsOpen(AftercarePlan plan) {
        return count(
                        "patient = ?1 and standing.status <> ?2 and id <> ?3",
                        plan.patient(),
                        Standing.Status.CLOSED,
                        plan.id())
                > 0;
    }

    List<AftercarePlan> ofPatient(PatientId patient, UUID after, int limit) {
        return find("patient = ?1 and id.value > ?2 order by id.value", patient, after)
                .page(0, limit)
                .list();
    }
}
