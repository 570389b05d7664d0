package org.stepwell.enrollment.program;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.code.RuleSet.Basis;

/**
 * Rule sets that clinics start from. Sources: SAMHSA advisory 2021 (9 hours a week for adults); HCPCS H0015 (3 hours a
 * day, 3 days a week); North Carolina SAIOP (the same, at most 2 days between services, at most 19 hours a week).
 */
enum RuleSetPreset {
    IOP_STANDARD("iop-standard", null, null),
    HCPCS_H0015("hcpcs-h0015", 180, null),
    NC_SAIOP("nc-saiop", 180, 2);

    /** The rule set of programs for the young. */
    static final String ADOLESCENT = "adolescent";

    private static final int NINE_HOURS = 540;
    private static final int NINETEEN_HOURS = 1_140;
    private static final int NOTE_DUE_HOURS = 72;

    private final String code;
    private final @Nullable Integer dayMinutesMin;
    private final @Nullable Integer gapDaysMax;

    RuleSetPreset(String code, @Nullable Integer dayMinutesMin, @Nullable Integer gapDaysMax) {
        this.code = code;
        this.dayMinutesMin = dayMinutesMin;
        this.gapDaysMax = gapDaysMax;
    }

    RuleSet ruleSet() {
        return new RuleSet(
                code,
                1,
                NINE_HOURS,
                NINETEEN_HOURS,
                3,
                5,
                dayMinutesMin,
                gapDaysMax,
                50,
                Basis.ATTENDED,
                NOTE_DUE_HOURS);
    }

    static Optional<RuleSetPreset> ofCode(String code) {
        return Arrays.stream(values())
                .filter(preset -> preset.code.equals(code))
                .findFirst();
    }

    static String codes() {
        return String.join(
                ", ", Arrays.stream(values()).map(preset -> preset.code).toList());
    }
}
