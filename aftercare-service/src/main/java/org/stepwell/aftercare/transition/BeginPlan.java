package org.stepwell.aftercare.transition;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.aftercare.checkin.WeeklyCheckIns;
import org.stepwell.aftercare.plan.ActivePlan;
import org.stepwell.aftercare.weeklytherapy.TherapyWeeks;

/** Begins what hangs on a plan that is active from now on, for the first time or again: check-ins, and the watch over weekly therapy. */
@Singleton
class BeginPlan {

    private final WeeklyCheckIns checkIns;
    private final TherapyWeeks therapy;

    BeginPlan(WeeklyCheckIns checkIns, TherapyWeeks therapy) {
        this.checkIns = checkIns;
        this.therapy = therapy;
    }

    void begin(ActivePlan plan, LocalDate lastDay, Instant known) {
        checkIns.begin(plan, lastDay, known);
        therapy.goesOn(plan, known);
    }
}
