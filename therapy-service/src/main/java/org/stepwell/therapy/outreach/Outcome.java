package org.stepwell.therapy.outreach;

/** What came of an attempt to reach a patient. */
enum Outcome {
    REACHED,
    /** A message that says nothing of treatment. */
    LEFT_NEUTRAL_MESSAGE,
    NO_ANSWER,
    WRONG_NUMBER,
    /** Somebody else looks after them now: emergency services, a hospital, family whom they allowed us to call. */
    OTHERS_LOOK_AFTER
}
