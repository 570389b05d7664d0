package org.stepwell.therapy.career;

/** How far somebody went to school, by the codes of the state's report (TEDS, EDUC). */
enum Education {
    GRADE_8_OR_LESS(1),
    GRADES_9_TO_11(2),
    GRADE_12_OR_GED(3),
    ONE_TO_3_YEARS_OF_COLLEGE_OR_VOCATIONAL_SCHOOL(4),
    FOUR_YEARS_OF_COLLEGE_OR_MORE(5);

    private final int tedsCode;

    Education(int tedsCode) {
        this.tedsCode = tedsCode;
    }

    int tedsCode() {
        return tedsCode;
    }
}
