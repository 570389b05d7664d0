package org.stepwell.aftercare.checkin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.CheckInId;
import org.stepwell.platform.problem.Refusal;

/** The weekly check-ins of the clinic's plans. */
@Singleton
class CheckIns implements PanacheRepositoryBase<CheckIn, CheckInId> {

    CheckIn of(CheckInId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** The one that is next to be recorded. */
    Optional<CheckIn> scheduled(AftercarePlanId plan) {
        return find("plan = ?1 and status = ?2", plan, CheckIn.Status.SCHEDULED)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<CheckIn> ofWeek(AftercarePlanId plan, CheckInWeek week) {
        return find("plan = ?1 and dueOn = ?2", plan, week.dueOn())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The check-in a caller means: that of the day they name, else that of the week in which they ask. */
    CheckIn meant(AftercarePlanId plan, @Nullable LocalDate dueOn, LocalDate today) {
        if (dueOn != null) {
            return ofWeek(plan, new CheckInWeek(dueOn))
                    .orElseThrow(() -> new Refusal(
                            CheckInRule.NO_CHECK_IN_DUE_THEN, "None was due on %s. Leave dueOn out.".formatted(dueOn)));
        }
        var next = scheduled(plan)
                .orElseThrow(() -> new Refusal(
                        CheckInRule.NO_CHECK_IN_DUE_THEN,
                        "Nobody is asked any more. Whoever treats the patient may set how often they are."));
        return today.isBefore(next.week().opensOn())
                ? ofWeek(plan, next.week().previous()).orElse(next)
                : next;
    }

    boolean missed(AftercarePlanId plan, CheckInWeek week) {
        return count("plan = ?1 and dueOn = ?2 and status = ?3", plan, week.dueOn(), CheckIn.Status.MISSED) > 0;
    }

    List<CheckIn> ofPlan(AftercarePlanId plan, UUID after, int limit) {
        return find("plan = ?1 and id.value > ?2 order by id.value", plan, after)
                .page(0, limit)
                .list();
    }

    void forgetScheduled(AftercarePlanId plan) {
        delete("plan = ?1 and status = ?2", plan, CheckIn.Status.SCHEDULED);
    }
}
