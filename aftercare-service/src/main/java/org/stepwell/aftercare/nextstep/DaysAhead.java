package org.stepwell.aftercare.nextstep;

import java.time.LocalDate;

/** The days for which a step may be accepted, as the clinic counts them; both belong to it. */
public record DaysAhead(LocalDate first, LocalDate last) {

    /** Nobody is discharged towards a mistyped year. */
    private static final int DAYS_MAX = 180;

    static DaysAhead of(LocalDate today) {
        return new DaysAhead(today, today.plusDays(DAYS_MAX));
    }

    /** Whether a day is one of them. */
    public boolean include(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
