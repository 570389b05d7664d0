package org.stepwell.contracts.code;

/** Why an episode ended; each maps to one value of TEDS-D REASON (SAMHSA, State Instruction Manual). */
public enum DischargeReason {
    COMPLETED_GOALS_MET(1),
    AGAINST_ADVICE(2),
    NO_CONTACT(2),
    RULE_VIOLATION(3),
    ADMINISTRATIVE(3),
    NON_PAYMENT(3),
    STEP_DOWN_OUTPATIENT(4),
    STEP_UP_RESIDENTIAL(4),
    STEP_UP_INPATIENT(4),
    TRANSFER_OTHER(4),
    INCARCERATED(5),
    DECEASED(6),
    MOVED(7),
    PAYER_DENIED(7),
    MEDICAL(7);

    private final int teds;

    DischargeReason(int teds) {
        this.teds = teds;
    }

    /** The TEDS-D value, 1 to 7. */
    public int teds() {
        return teds;
    }
}
