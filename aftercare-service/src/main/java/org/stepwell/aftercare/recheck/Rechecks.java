package org.stepwell.aftercare.recheck;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.RecheckId;

/** The quarterly rechecks of the clinic's plans. */
@Singleton
class Rechecks implements PanacheRepositoryBase<Recheck, RecheckId> {

    private static final Set<Recheck.Status> AHEAD = Set.of(Recheck.Status.SCHEDULED, Recheck.Status.DUE);

    Recheck of(RecheckId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** As it is now, kept so until the transaction ends: of two who answer it, one waits. */
    Recheck locked(RecheckId id) {
        var recheck = of(id);
        getEntityManager().refresh(recheck, LockModeType.PESSIMISTIC_WRITE);
        return recheck;
    }

    /** The one that is to be answered next, kept so until the transaction ends. */
    Optional<Recheck> ahead(AftercarePlanId plan) {
        return find("plan = ?1 and status in ?2", plan, AHEAD)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Another one takes its place: nobody was asked yet. */
    void forgetScheduled(AftercarePlanId plan) {
        delete("plan = ?1 and status = ?2", plan, Recheck.Status.SCHEDULED);
    }

    /** The day of the last one that was not taken back. */
    Optional<LocalDate> lastDueOn(AftercarePlanId plan) {
        return find("plan = ?1 and status <> ?2 order by dueOn desc", plan, Recheck.Status.ENDED)
                .<Recheck>firstResultOptional()
                .map(last -> last.quarter().dueOn());
    }

    /** Whether the newest of this time of aftercare was ended by whoever may say so, and not by what happened. */
    boolean wereEndedBySomebody(ActivePlan plan) {
        return find("plan = ?1 and episode = ?2 order by id.value desc", plan.id(), plan.episode())
                .<Recheck>firstResultOptional()
                .map(Recheck::endedBecause)
                .filter(because -> because == Ended.WANTS_NONE || because == Ended.ANOTHER_REASON)
                .isPresent();
    }

    /** Whether somebody of the staff heard of their death. */
    boolean staffHeardOfDeath(PatientId patient) {
        return count("patient = ?1 and endedBecause = ?2 and endedBy is not null", patient, Ended.DIED) > 0;
    }

    /** Their death was said wrongly: what it ended was ended otherwise. */
    void livesAfterAll(PatientId patient) {
        update(
                "endedBecause = ?1, version = version + 1 where patient = ?2 and endedBecause = ?3",
                Ended.AFTERCARE_CLOSED,
                patient,
                Ended.DIED);
    }

    /** The plans of a patient in which somebody would still ask. */
    List<AftercarePlanId> plansWithOneAhead(PatientId patient) {
        return list("patient = ?1 and status in ?2 order by id.value", patient, AHEAD).stream()
                .map(ahead -> ahead.of().id())
                .toList();
    }

    List<Recheck> ofPlan(AftercarePlanId plan, UUID after, int limit) {
        return find("plan = ?1 and id.value > ?2 order by id.value", plan, after)
                .page(0, limit)
                .list();
    }
}
