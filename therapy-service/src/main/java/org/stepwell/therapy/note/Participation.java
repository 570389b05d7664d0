package org.stepwell.therapy.note;

/** How much a patient took part. */
enum Participation {
    ACTIVE,
    MODERATE,
    MINIMAL,
    NONE
}
