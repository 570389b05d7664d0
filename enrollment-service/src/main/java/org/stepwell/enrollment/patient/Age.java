package org.stepwell.enrollment.patient;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How old somebody is on a day, told in one way everywhere: whoever was born on the leap day is a year older on the first of
 * March.
 */
public final class Age {

    private static final int OF_AGE_YEARS = 18;

    private Age() {}

    /** In full years. */
    public static long years(LocalDate born, LocalDate on) {
        return ChronoUnit.YEARS.between(born, on);
    }

    /** Younger than eighteen. */
    public static boolean isMinor(LocalDate born, LocalDate on) {
        return years(born, on) < OF_AGE_YEARS;
    }
}
