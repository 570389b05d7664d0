package org.stepwell.therapy.outreach;

/** Why nobody looks for a patient any more. */
enum RunEnd {
    ATTENDED,
    REACHED,
    /** What was held for staying away was corrected: they were there, or excused. */
    EXPLAINED,
    /** They are away, and somebody knows of it. */
    AWAY,
    DISCHARGED
}
