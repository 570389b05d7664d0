package org.stepwell.therapy.career;

/** What somebody does who neither works nor looks for work, by the codes of the state's report (TEDS, DETNLF). */
enum NotInLaborForce {
    HOMEMAKER(1),
    STUDENT(2),
    RETIRED_OR_DISABLED(3),
    RESIDENT_OF_AN_INSTITUTION(4),
    OTHER(5);

    private final int tedsCode;

    NotInLaborForce(int tedsCode) {
        this.tedsCode = tedsCode;
    }

    int tedsCode() {
        return tedsCode;
    }
}
