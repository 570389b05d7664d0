package org.stepwell.enrollment.payer;

import java.time.LocalDate;

/**
 * By which terms a day of service is billed.
 *
 * @param minutesMin minutes that make it a program day
 */
public record DayTerms(BillingTerms terms, int minutesMin) {

    /** Those of any day. */
    @FunctionalInterface
    public interface Of {

        /** Those of this day. */
        DayTerms on(LocalDate day);
    }
}
