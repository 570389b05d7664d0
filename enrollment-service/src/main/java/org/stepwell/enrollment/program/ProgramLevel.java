package org.stepwell.enrollment.program;

import java.util.Arrays;

/** The levels of care that a program of ours may give, numbered as ASAM does. */
public enum ProgramLevel {
    /** Outpatient: fewer than nine hours a week. */
    LEVEL_1("1"),
    /** Intensive outpatient: nine hours a week or more. */
    LEVEL_2_1("2.1"),
    /** Partial hospitalization, or high-intensity outpatient: twenty hours a week or more. */
    LEVEL_2_5("2.5");

    private final String number;

    ProgramLevel(String number) {
        this.number = number;
    }

    /** Whether a program of ours may give this level. */
    public static boolean isOfOurs(String number) {
        return Arrays.stream(values()).anyMatch(level -> level.number.equals(number));
    }

    /** As decisions about a patient name it. */
    public String number() {
        return number;
    }
}
