package org.stepwell.aftercare.recheck;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.stepwell.aftercare.plan.FindPlan;
import org.stepwell.contracts.id.AftercarePlanId;
import org.stepwell.platform.clinic.ClinicDirectory;
import org.stepwell.platform.time.Due;
import org.stepwell.platform.time.DueDoor;

/**
 * Asks for a recheck on its day, and goes on to the next quarter when nobody was reached within a month. After a long outage each is
 * done in its turn.
 */
@Singleton
class DueRechecks implements DueDoor {

    private final FindPlan plans;
    private final Rechecks rechecks;
    private final QuarterlyRechecks quarterly;
    private final RecheckTasks tasks;
    private final Due due;
    private final ClinicDirectory clinics;

    DueRechecks(
            FindPlan plans,
            Rechecks rechecks,
            QuarterlyRechecks quarterly,
            RecheckTasks tasks,
            Due due,
            ClinicDirectory clinics) {
        this.plans = plans;
        this.rechecks = rechecks;
        this.quarterly = quarterly;
        this.tasks = tasks;
        this.due = due;
        this.clinics = clinics;
    }

    @Override
    public String kind() {
        return QuarterlyRechecks.DUE;
    }

    @Override
    public void due(UUID subject, Instant dueAt) {
        var plan = new AftercarePlanId(subject);
        plans.keep(plan);
        rechecks.ahead(plan).ifPresent(ahead -> step(ahead, dueAt));
    }

    private void step(Recheck ahead, Instant dueAt) {
        var falls = ahead.quarter().fallsAt(clinics.zone());
        var closes = ahead.quarter().closesAt(clinics.zone());
        if (ahead.status() == Recheck.Status.SCHEDULED) {
            if (!falls.isAfter(dueAt)) {
                ahead.falls();
                tasks.due(ahead.of(), ahead.id(), falls);
            }
            due.at(QuarterlyRechecks.DUE, ahead.of().id(), falls.isAfter(dueAt) ? falls : closes);
        } else if (closes.isAfter(dueAt)) {
            due.at(QuarterlyRechecks.DUE, ahead.of().id(), closes);
        } else {
            ahead.notReached();
            tasks.ended(ahead.id(), closes);
            quarterly.next(ahead);
        }
    }
}
