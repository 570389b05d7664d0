package org.stepwell.aftercare.recheck;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.aftercare.AftercareFact.ReadmissionRecommended.Because;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.LinkageId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RecheckId;
import org.stepwell.platform.database.Sql;

/** The offers of treatment to those who left. */
@Singleton
class Linkages implements PanacheRepositoryBase<Linkage, LinkageId> {

    /** To be answered, or answered in a way that may change. */
    private static final Set<Linkage.Status> UNDECIDED = Set.of(
            Linkage.Status.OFFERED, Linkage.Status.ACCEPTED, Linkage.Status.DECLINED, Linkage.Status.NOT_REACHED);

    private final Sql sql;

    Linkages(Sql sql) {
        this.sql = sql;
    }

    Linkage of(LinkageId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** As it is now, kept so until the transaction ends: of two who record what came of it, one waits. */
    Linkage locked(LinkageId id) {
        var linkage = of(id);
        getEntityManager().refresh(linkage, LockModeType.PESSIMISTIC_WRITE);
        return linkage;
    }

    /** Makes an offer, if none is open in this plan; true where it did. */
    boolean offer(
            LinkageId id,
            ActivePlan plan,
            Because because,
            @Nullable RecheckId recheck,
            List<String> factors,
            Instant at,
            Instant endsAt) {
        return sql.update(
                        """
                        insert into linkage (id, version, plan_id, patient_id, episode_id, because, recheck_id, factors, status,
                            offered_at, ends_at)
                        values (?, 0, ?, ?, ?, ?, ?, ?, 'OFFERED', ?, ?)
                        on conflict (clinic_id, plan_id) where status in ('OFFERED', 'ACCEPTED') do nothing
                        """,
                        id.value(),
                        plan.id().value(),
                        plan.patient().value(),
                        plan.episode().value(),
                        because.name(),
                        recheck == null ? null : recheck.value(),
                        String.join(",", factors),
                        at,
                        endsAt)
                > 0;
    }

    /** The offers to a patient that are open, or that they may still accept. */
    List<Linkage> undecidedOf(PatientId patient) {
        return find("patient = ?1 and status in ?2 order by id.value", patient, UNDECIDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The same of one plan. */
    List<Linkage> undecidedIn(AftercarePlanId plan) {
        return find("plan = ?1 and status in ?2 order by id.value", plan, UNDECIDED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The offer that was accepted, by somebody who did not arrive yet. */
    Optional<Linkage> acceptedIn(AftercarePlanId plan) {
        return find("plan = ?1 and status = ?2", plan, Linkage.Status.ACCEPTED).firstResultOptional();
    }

    List<Linkage> ofPlan(AftercarePlanId plan, UUID after, int limit) {
        return find("plan = ?1 and id.value > ?2 order by id.value", plan, after)
                .page(0, limit)
                .list();
    }

    /** The last day of an episode, once enrollment has told it. */
    Optional<LocalDate> lastDayOf(EpisodeId episode) {
        return sql.one("""
                select last_day from episode
                where clinic_id = platform.current_clinic() and id = ? and last_day is not null
                """, row -> row.getObject("last_day", LocalDate.class), episode.value());
    }
}
