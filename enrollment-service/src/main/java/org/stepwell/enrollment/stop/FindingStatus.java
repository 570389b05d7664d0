package org.stepwell.enrollment.stop;

import java.util.EnumSet;
import java.util.Set;

/** Where a finding stands; the first two stop an admission. */
enum FindingStatus {
    OPEN,
    CO_SIGNATURE_DUE,
    CLEARED,
    OVERRIDDEN;

    Set<FindingStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(CO_SIGNATURE_DUE, CLEARED, OVERRIDDEN);
            case CO_SIGNATURE_DUE -> EnumSet.of(CLEARED, OVERRIDDEN);
            case CLEARED, OVERRIDDEN -> EnumSet.noneOf(FindingStatus.class);
        };
    }
}
