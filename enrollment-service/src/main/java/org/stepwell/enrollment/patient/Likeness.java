package org.stepwell.enrollment.patient;

/** What two records have in common, the surest first. */
enum Likeness {
    SAME_NAME_AND_BIRTH_DATE(true),
    NAMES_SWAPPED(true),
    SOUNDS_THE_SAME(true),
    SAME_GIVEN_NAME_AND_BIRTH_DATE(true),
    SAME_NAME(false),
    SAME_PHONE(false),
    SAME_EMAIL(false);

    private final boolean sure;

    Likeness(boolean sure) {
        this.sure = sure;
    }

    /** Whether somebody has to look before another record is made; families share a phone, and strangers a name. */
    boolean isSure() {
        return sure;
    }
}
