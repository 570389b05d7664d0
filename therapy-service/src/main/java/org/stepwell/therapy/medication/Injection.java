package org.stepwell.therapy.medication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.stepwell.therapy.formulary.Product.Window;

/**
 * An injection that was given.
 *
 * @param window when the next one of the same product follows it
 */
record Injection(LocalDate day, Window window) {

    /** The first day on which another one may be given, of whatever product. */
    LocalDate opens() {
        return day.plusDays(window.opensAfterDays());
    }

    /** The day on which another one is due. */
    LocalDate due() {
        return day.plusDays(window.dueAfterDays());
    }

    /** The last day on which another one of the same product is given in time. */
    LocalDate closes() {
        return day.plusDays(window.closesAfterDays());
    }

    /** Whether one on a day would be nearer to it than its window allows. */
    boolean isTooNear(LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(day, other)) < window.opensAfterDays();
    }
}
