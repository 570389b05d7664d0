package org.stepwell.scheduling.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** What follows where the clinic is open on a day after all. */
public interface OnceOpen {

    /** Whoever meets on such days meets on this one too. */
    void open(LocalDate day, Instant now);
}
