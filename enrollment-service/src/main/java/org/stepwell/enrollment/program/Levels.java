package org.stepwell.enrollment.program;

/** Levels of care by their numbers, as forms take them. Of the ASAM Criteria the numbers alone are used. */
public final class Levels {

    /** All of the third edition. */
    public static final String THIRD_EDITION = "0\\.5|1|2\\.1|2\\.5|3\\.1|3\\.3|3\\.5|3\\.7|4";

    /** From where somebody steps down into a program of ours: partial hospitalization, residential and inpatient care. */
    public static final String ABOVE_INTENSIVE_OUTPATIENT = "2\\.5|3\\.[1357]|4";

    private Levels() {}
}
