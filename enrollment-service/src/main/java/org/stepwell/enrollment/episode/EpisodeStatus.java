package org.stepwell.enrollment.episode;

import java.util.EnumSet;
import java.util.Set;
import org.stepwell.platform.problem.Refusal;

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

    /** True for somebody who was admitted and did not leave. */
    boolean isIn() {
        return IN.contains(this);
    }

    /** Refuses what is only possible with somebody who is in. */
    void mustBeIn() {
        if (!isIn()) {
            throw new Refusal(EpisodeRule.EPISODE_GOES_FORWARD, "The patient is not in (it is %s).".formatted(this));
        }
    }

    /** Refuses what is only possible with somebody who waits. */
    void mustBeWaiting() {
        if (this != WAITING) {
            throw new Refusal(EpisodeRule.EPISODE_GOES_FORWARD, "Nobody waits any more (it is %s).".formatted(this));
        }
    }

    /** Refuses what is only possible with somebody whose discharge is planned. */
    void mustBeLeaving() {
        if (this != DISCHARGE_PLANNED) {
            throw new Refusal(EpisodeRule.EPISODE_GOES_FORWARD, "No discharge is planned (it is %s).".formatted(this));
        }
    }

    /** The next one; refused where it can not go there. */
    EpisodeStatus to(EpisodeStatus next) {
        if (!next().contains(next)) {
            throw new Refusal(
                    EpisodeRule.EPISODE_GOES_FORWARD,
                    next().isEmpty()
                            ? "It is %s, and stays so: open a new one.".formatted(this)
                            : "It is %s and can not become %s; from here it goes to %s.".formatted(this, next, next()));
        }
        return next;
    }

    Set<EpisodeStatus> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(ADMITTED, WITHDRAWN);
            case ADMITTED -> EnumSet.of(ON_HOLD, DISCHARGE_PLANNED, DISCHARGED, WITHDRAWN);
            case ON_HOLD -> EnumSet.of(ADMITTED, DISCHARGE_PLANNED, DISCHARGED, WITHDRAWN);
            case DISCHARGE_PLANNED -> EnumSet.of(ADMITTED, ON_HOLD, DISCHARGED, WITHDRAWN);
            case DISCHARGED, WITHDRAWN -> EnumSet.noneOf(EpisodeStatus.class);
        };
    }
}
