package org.stepwell.therapy.notetext;

/** How much a patient took part. */
public enum Participation {
    ACTIVE,
    MODERATE,
    MINIMAL,
    NONE
}
