package org.stepwell.aftercare.nextstep;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stepwell.contracts.code.NextStepStatus;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.contracts.id.NextStepId;

/** The next steps of the clinic's plans. */
@Singleton
class NextSteps implements PanacheRepositoryBase<NextStep, NextStepId> {

    private static final Set<NextStepStatus> OPEN = Set.of(NextStepStatus.PROPOSED, NextStepStatus.ACCEPTED);

    NextStep of(NextStepId id) {
        return findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    /** The step as it is now; two answers at once wait for each other, and the second sees the first. */
    NextStep locked(NextStepId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFoundException::new);
    }

    List<NextStep> ofPlan(AftercarePlanId plan, UUID after, int limit) {
        return find("plan = ?1 and id.value > ?2 order by id.value", plan, after)
                .page(0, limit)
                .list();
    }

    long countOpen(AftercarePlanId plan) {
        return count("plan = ?1 and answer.status in ?2", plan, OPEN);
    }

    List<NextStep> openFrom(AftercarePlanId plan, LocalDate from) {
        return find(
                        "plan = ?1 and answer.status in ?2 and date >= ?3 and cameOut.outcome is null order by id.value",
                        plan,
                        OPEN,
                        from)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** For timers that may come late: what they are about may have gone another way. */
    Optional<NextStep> lockedIfThere(NextStepId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Steps that were for an earlier day, and of which nobody has said yet what came of them, or whether they are taken. */
    List<NextStep> openBefore(AftercarePlanId plan, LocalDate day) {
        return find(
                        "plan = ?1 and answer.status in ?2 and date < ?3 and cameOut.outcome is null order by id.value",
                        plan,
                        OPEN,
                        day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
