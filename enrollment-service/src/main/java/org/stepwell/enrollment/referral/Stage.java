package org.stepwell.enrollment.referral;

import java.util.Set;
import org.stepwell.contracts.code.DataCategory;

/** How far it came; a sender without consent learns RECEIVED. */
enum Stage {
    RECEIVED,
    CONTACTED,
    REGISTERED,
    WAITING,
    ADMITTED,
    DISCHARGED,
    NOT_COMING;

    /** What a sender learns by it: that somebody came is their presence; how it went on is more. */
    Set<DataCategory> categories() {
        return switch (this) {
            case RECEIVED, CONTACTED, REGISTERED, ADMITTED -> Set.of(DataCategory.PRESENCE);
            case WAITING, DISCHARGED, NOT_COMING -> Set.of(DataCategory.PRESENCE, DataCategory.PROGRESS);
        };
    }
}
