package org.stepwell.therapy.twelvestep;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fellowship of mutual help, and how many numbered parts its program has: steps, points, statements or practices. */
@Schema(name = "Fellowship")
enum Fellowship {
    ALCOHOLICS_ANONYMOUS(12),
    NARCOTICS_ANONYMOUS(12),
    COCAINE_ANONYMOUS(12),
    CRYSTAL_METH_ANONYMOUS(12),
    HEROIN_ANONYMOUS(12),
    MARIJUANA_ANONYMOUS(12),
    DUAL_RECOVERY_ANONYMOUS(12),
    OTHER_TWELVE_STEP(12),
    SMART_RECOVERY(4),
    LIFERING(Fellowship.NOT_KNOWN),
    RECOVERY_DHARMA(8),
    REFUGE_RECOVERY(8),
    WOMEN_FOR_SOBRIETY(13),
    SECULAR_ORGANIZATIONS_FOR_SOBRIETY(Fellowship.NOT_KNOWN),
    OTHER_SECULAR(Fellowship.NOT_KNOWN);

    /** More than any that we know has, for those whose program is numbered by its members or not at all. */
    static final int NOT_KNOWN = 20;

    private final int steps;

    Fellowship(int steps) {
        this.steps = steps;
    }

    /** Refuses a step that its program does not have. */
    void mustHave(int step) {
        if (step < 1 || step > steps) {
            throw TwelveStepRule.STEP_OF_THE_FELLOWSHIP.at(
                    "/step", "from 1 to %d, for %s (not %d)".formatted(steps, this, step));
        }
    }
}
