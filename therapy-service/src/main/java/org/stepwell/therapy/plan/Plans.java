package org.stepwell.therapy.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.database.Uuid7;

/** The treatment plans of the clinic; of an episode, the database keeps one draft and one that holds. */
@Singleton
class Plans implements PanacheRepositoryBase<Plan, UUID> {

    /** All versions of an episode, newest first: one a month or so. */
    List<Plan> of(EpisodeId episode) {
        return list("episode = ?1 order by version desc", episode);
    }

    /** The versions of these episodes that hold or have held, oldest first. */
    List<Plan> thatHeld(Collection<EpisodeId> episodes) {
        return episodes.isEmpty()
                ? List.of()
                : list(
                        "episode.value in ?1 and status <> ?2 order by version",
                        episodes.stream().map(EpisodeId::value).toList(),
                        PlanStatus.DRAFT);
    }

    Optional<Plan> draft(EpisodeId episode) {
        return locked(episode, PlanStatus.DRAFT);
    }

    Optional<Plan> inForce(EpisodeId episode) {
        return locked(episode, PlanStatus.SIGNED);
    }

    /** The next version, empty; two who begin it at once are told by the database. */
    Plan begun(EpisodeId episode, PatientId patient, StaffId author, Instant now) {
        return new Plan(Uuid7.next(), episode, patient, (int) count("episode", episode) + 1, author, now);
    }

    private Optional<Plan> locked(EpisodeId episode, PlanStatus status) {
        return find("episode = ?1 and status = ?2", episode, status)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
