package org.stepwell.enrollment.episode;

import java.util.EnumSet;
import java.util.Set;

/** Where an episode stands, and where it can go. */
enum EpisodeStatus {
    WAITING,
    ADMITTED,
    DISCHARGE_PLANNED,
    DISCHARGED,
    WITHDRAWN;

    Set<EpisodeStatus> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(ADMITTED, WITHDRAWN);
            case ADMITTED -> EnumSet.of(DISCHARGE_PLANNED, DISCHARGED);
            case DISCHARGE_PLANNED -> EnumSet.of(ADMITTED, DISCHARGED);
            case DISCHARGED, WITHDRAWN -> EnumSet.noneOf(EpisodeStatus.class);
        };
    }
}
