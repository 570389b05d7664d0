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
import org.stepwell.platform.database.Sql;
import org.stepwell.platform.database.Uuid7;

/** The treatment plans of the clinic; of an episode, the database keeps one draft and one that holds. */
@Singleton
class Plans implements PanacheRepositoryBase<Plan, UUID> {

    private final Sql sql;

    Plans(Sql sql) {
        this.sql = sql;
    }

    /** All versions of an episode, newest first: one a month or so. */
    List<Plan> of(EpisodeId episode) {
        return list("episode = ?1 order by version desc", episode);
    }

    /** Which plan of an episode. */
    record Version(EpisodeId episode, int version) {}

    /** Those of these versions that hold or have held, oldest first; of an episode's other versions none is read. */
    List<Plan> thatHeld(Collection<Version> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        var ids = sql.list(
                """
                select p.id from plan p join unnest(?, ?) as one(episode_id, version) using (episode_id, version)
                where p.clinic_id = platform.current_clinic() and p.status <> 'DRAFT'
                """,
                row -> row.getObject("id", UUID.class),
                versions.stream().map(one -> one.episode().value()).toArray(UUID[]::new),
                versions.stream().map(Version::version).toArray(Integer[]::new));
        return list("id in ?1 order by version", ids);
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
