package org.stepwell.aftercare.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a check-in that is over says about the week that it was due for.
 *
 * @param recorded false where it was missed, and nothing else is known
 * @param usedDays days of use; 1 where there was use and nobody said on how many
 */
record Week(
        LocalDate dueOn,
        boolean recorded,
        @Nullable Integer usedDays,
        @Nullable Integer cravings,
        @Nullable Integer riskScore,
        @Nullable Integer protectiveScore,
        @Nullable Boolean medicationTaken,
        @Nullable Boolean therapyKept,
        @Nullable Housing housing) {

    /** Where somebody lives, the worst last. */
    enum Housing {
        STABLE(0),
        AT_RISK(1),
        LOST(2);

        private final int worse;

        Housing(int worse) {
            this.worse = worse;
        }

        int worse() {
            return worse;
        }
    }

    /** How many of the answers that no look does without are there. */
    int answered() {
        return (cravings == null ? 0 : 1) + (riskScore == null ? 0 : 1) + (protectiveScore == null ? 0 : 1);
    }
}
