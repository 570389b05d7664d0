package org.stepwell.aftercare.recheck;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days around the one on which a recheck is due: answered from two weeks before it, until a month after. */
record Quarter(LocalDate dueOn) {

    private static final int MONTHS = 3;
    private static final int OPENS_DAYS_BEFORE = 14;
    private static final int CLOSES_DAYS_AFTER = 30;

    /** A quarter after a beginning. */
    static Quarter after(LocalDate began, int number) {
        return new Quarter(began.plusMonths((long) MONTHS * number));
    }

    LocalDate opensOn() {
        return dueOn.minusDays(OPENS_DAYS_BEFORE);
    }

    LocalDate lastDay() {
        return dueOn.plusDays(CLOSES_DAYS_AFTER);
    }

    /** From this moment on the clinic's clock somebody is asked to reach them. */
    Instant fallsAt(ZoneId zone) {
        return dueOn.atStartOfDay(zone).toInstant();
    }

    /** From this moment on they count as not reached. */
    Instant closesAt(ZoneId zone) {
        return lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    }
}
