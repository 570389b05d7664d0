package org.stepwell.enrollment.episode;

import org.stepwell.contracts.code.DischargeReason;

/** A level of care that somebody leaves ours for, numbered as ASAM does; each says why an episode of ours ends. */
public enum OtherLevel {
    LEVEL_0_5(DischargeReason.STEP_DOWN_OUTPATIENT),
    LEVEL_1(DischargeReason.STEP_DOWN_OUTPATIENT),
    LEVEL_2_1(DischargeReason.TRANSFER_OTHER),
    LEVEL_2_5(DischargeReason.TRANSFER_OTHER),
    LEVEL_3_1(DischargeReason.STEP_UP_RESIDENTIAL),
    LEVEL_3_3(DischargeReason.STEP_UP_RESIDENTIAL),
    LEVEL_3_5(DischargeReason.STEP_UP_RESIDENTIAL),
    LEVEL_3_7(DischargeReason.STEP_UP_RESIDENTIAL),
    LEVEL_4(DischargeReason.STEP_UP_INPATIENT);

    private final DischargeReason reason;

    OtherLevel(DischargeReason reason) {
        this.reason = reason;
    }

    DischargeReason reason() {
        return reason;
    }
}
