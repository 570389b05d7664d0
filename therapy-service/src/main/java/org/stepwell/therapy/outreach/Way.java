package org.stepwell.therapy.outreach;

/** By which way somebody tried to reach a patient. */
enum Way {
    PHONE,
    TEXT_MESSAGE,
    EMAIL,
    LETTER,
    /** To where they live. */
    VISIT,
    /** They came by, or met somebody. */
    IN_PERSON;

    /** Whether people speak with each other. */
    boolean speaks() {
        return this == PHONE || this == VISIT || this == IN_PERSON;
    }

    boolean hasANumber() {
        return this == PHONE || this == TEXT_MESSAGE;
    }
}
