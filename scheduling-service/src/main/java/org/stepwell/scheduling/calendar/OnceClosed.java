package org.stepwell.scheduling.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** What follows where the clinic is closed on a day. */
public interface OnceClosed {

    /** Nobody meets on this day. */
    void closed(LocalDate day, Instant now);
}
