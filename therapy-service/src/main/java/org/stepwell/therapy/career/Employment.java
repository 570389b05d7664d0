package org.stepwell.therapy.career;

/** How somebody is employed, by the codes of the state's report (TEDS, EMPLOY). */
enum Employment {
    FULL_TIME(1),
    PART_TIME(2),
    /** Looking for work. */
    UNEMPLOYED(3),
    NOT_IN_LABOR_FORCE(4);

    private final int tedsCode;

    Employment(int tedsCode) {
        this.tedsCode = tedsCode;
    }

    int tedsCode() {
        return tedsCode;
    }
}
