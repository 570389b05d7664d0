package org.stepwell.contracts.code;

/** The only reasons to discharge somebody without a next step that was accepted. */
public enum DischargeWaiver {
    DEATH(DischargeReason.DECEASED),
    INCARCERATION(DischargeReason.INCARCERATED),
    NO_CONTACT(DischargeReason.NO_CONTACT),
    AGAINST_ADVICE(DischargeReason.AGAINST_ADVICE);

    private final DischargeReason reason;

    DischargeWaiver(DischargeReason reason) {
        this.reason = reason;
    }

    /** The one reason of discharge it goes with. */
    public DischargeReason reason() {
        return reason;
    }
}
