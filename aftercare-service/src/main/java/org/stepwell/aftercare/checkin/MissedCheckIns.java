package org.stepwell.aftercare.checkin;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.aftercare.risk.LookAtWeeks;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.event.Outbox;
import org.stepwell.platform.time.DueDoor;

/**
 * Notices a check-in that nobody recorded in its window, and schedules the next one. After a long outage each week is
 * noticed in its turn, because the next row is due in the past as well.
 */
@Singleton
class MissedCheckIns implements DueDoor {

    private final FindPlan plans;
    private final CheckIns checkIns;
    private final WeeklyCheckIns weekly;
    private final LookAtWeeks risks;
    private final Outbox outbox;

    MissedCheckIns(FindPlan plans, CheckIns checkIns, WeeklyCheckIns weekly, LookAtWeeks risks, Outbox outbox) {
        this.plans = plans;
        this.checkIns = checkIns;
        this.weekly = weekly;
        this.risks = risks;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return WeeklyCheckIns.DUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        plans.ifActive(new AftercarePlanId(subject))
                .ifPresent(plan -> checkIns.scheduled(plan.id()).ifPresent(checkIn -> notice(plan, checkIn, dueAt)));
    }

    private void notice(ActivePlan plan, CheckIn checkIn, Instant dueAt) {
        var closesAt = weekly.closesAt(checkIn.week());
        if (closesAt.isAfter(dueAt)) {
            weekly.startTimer(plan.id(), checkIn.week());
            return;
        }
        outbox.append(checkIn.miss(closesAt));
        risks.over(plan, closesAt);
        weekly.scheduleAfter(plan, checkIn.week());
    }
}
