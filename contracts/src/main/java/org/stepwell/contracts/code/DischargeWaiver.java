package org.stepwell.contracts.code;

/** The only reasons to discharge somebody without a next step that was accepted. */
public enum DischargeWaiver {
    DEATH,
    INCARCERATION,
    NO_CONTACT,
    AGAINST_ADVICE
}
