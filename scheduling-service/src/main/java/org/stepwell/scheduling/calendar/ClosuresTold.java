package org.stepwell.scheduling.calendar;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.stepwell.contracts.scheduling.SchedulingState.ClosureChanged;
import org.stepwell.platform.event.Outbox;

/** Tells the other services on which days the clinic is closed; what such a day is called stays here. */
@Singleton
class ClosuresTold implements OnceClosed, OnceOpen {

    private final Outbox outbox;

    ClosuresTold(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void closed(LocalDate day, Instant now) {
        outbox.append(new ClosureChanged(day, true, now));
    }

    @Override
    public void open(LocalDate day, Instant now) {
        outbox.append(new ClosureChanged(day, false, now));
    }
}
