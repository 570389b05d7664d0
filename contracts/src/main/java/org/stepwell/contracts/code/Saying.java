package org.stepwell.contracts.code;

/** What is said to a patient's door or phone when somebody else may be listening. */
public enum Saying {
    /** Whoever calls hangs up. */
    NOTHING,
    /** A first name and a number, nothing else. */
    ASK_FOR_A_CALL_BACK,
    /** Which clinic calls. */
    CLINIC_NAME
}
