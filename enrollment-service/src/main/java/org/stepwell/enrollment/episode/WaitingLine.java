package org.stepwell.enrollment.episode;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;

/** The line of those who wait, as whoever admits or lets somebody go tells it. */
public interface WaitingLine {

    /**
     * Takes a place; refused where the last ones were promised to others, and where others come first.
     *
     * @param passedOver why those who come first are passed over
     */
    void admitted(EpisodeId episode, WaitingFor place, @Nullable PassedOver passedOver, Instant now);

    /** Takes a place of another track, being in already; refused where the last ones were promised to others. */
    void moved(EpisodeId episode, WaitingFor place);

    /** Waits no more. */
    void withdrawn(EpisodeId episode, Instant now);
}
