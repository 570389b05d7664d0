package org.stepwell.platform.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The years that dates from outside may name: a program for people has no others, and a database can not keep all. */
public final class Era {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Era() {}

    /** True for a day of these years. */
    public static boolean holds(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** True for an instant of these years. */
    public static boolean holds(Instant instant) {
        return holds(instant.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    static String words() {
        return "in the years %d to %d".formatted(FIRST_YEAR, LAST_YEAR);
    }
}
