package org.stepwell.enrollment.payer;

import java.time.LocalDate;

/**
 * By which terms a day of service is billed.
 *
 * @param minutesMin minutes that make it a program day
 * @param groupEachDay whether a day without a group is none
 */
public record DayTerms(BillingTerms terms, int minutesMin, boolean groupEachDay) {

    /** Those of any day. */
    @FunctionalInterface
    public interface Of {

        /** Those of this day. */
        DayTerms on(LocalDate day);
    }
}
