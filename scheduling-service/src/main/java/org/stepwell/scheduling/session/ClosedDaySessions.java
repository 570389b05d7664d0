package org.stepwell.scheduling.session;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.scheduling.calendar.OnceClosed;

/** Nobody meets on a day on which the clinic is closed. */
@Singleton
class ClosedDaySessions implements OnceClosed {

    private final PlanSessions planSessions;

    ClosedDaySessions(PlanSessions planSessions) {
        this.planSessions = planSessions;
    }

    @Override
    public void closed(LocalDate day, Instant now) {
        planSessions.cancelOn(day, now);
    }
}
