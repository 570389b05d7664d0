package org.stepwell.enrollment.episode;

import java.util.EnumSet;
import java.util.Set;

/** Where an episode stands, and where it can go. */
public enum EpisodeStatus {
    WAITING,
    ADMITTED,
    ON_HOLD,
    DISCHARGE_PLANNED,
    DISCHARGED,
    WITHDRAWN;

    /** Of a patient who waits or is in. */
    static final Set<EpisodeStatus> OPEN = EnumSet.of(WAITING, ADMITTED, ON_HOLD, DISCHARGE_PLANNED);

    /** Of a patient who was admitted and did not leave. */
    static final Set<EpisodeStatus> IN = EnumSet.of(ADMITTED, ON_HOLD, DISCHARGE_PLANNED);

    Set<EpisodeStatus> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(ADMITTED, WITHDRAWN);
            case ADMITTED -> EnumSet.of(ON_HOLD, DISCHARGE_PLANNED, DISCHARGED);
            case ON_HOLD -> EnumSet.of(ADMITTED, DISCHARGE_PLANNED, DISCHARGED);
            case DISCHARGE_PLANNED -> EnumSet.of(ADMITTED, ON_HOLD, DISCHARGED);
            case DISCHARGED, WITHDRAWN -> EnumSet.noneOf(EpisodeStatus.class);
        };
    }
}
