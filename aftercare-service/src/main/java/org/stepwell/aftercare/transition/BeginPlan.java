package org.stepwell.aftercare.transition;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.aftercare.checkin.WeeklyCheckIns;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.recheck.QuarterlyRechecks;
import org.stepwell.aftercare.weeklytherapy.TherapyWeeks;

/** Begins what hangs on a plan that is active from now on, for the first time or again: check-ins, the watch over weekly therapy, and rechecks. */
@Singleton
class BeginPlan {

    private final WeeklyCheckIns checkIns;
    private final TherapyWeeks therapy;
    private final QuarterlyRechecks rechecks;

    BeginPlan(WeeklyCheckIns checkIns, TherapyWeeks therapy, QuarterlyRechecks rechecks) {
        this.checkIns = checkIns;
        this.therapy = therapy;
        this.rechecks = rechecks;
    }

    void begin(ActivePlan plan, LocalDate lastDay, Instant known) {
        asks(plan, lastDay, known);
        rechecks.begin(plan, known);
    }

    /** The same where it goes on, because what ended or paused it did not happen. */
    void goOn(ActivePlan plan, LocalDate lastDay, Instant known) {
        asks(plan, lastDay, known);
        rechecks.goOn(plan, known);
    }

    private void asks(ActivePlan plan, LocalDate lastDay, Instant known) {
        checkIns.begin(plan, lastDay, known);
        therapy.goesOn(plan, known);
    }
}
